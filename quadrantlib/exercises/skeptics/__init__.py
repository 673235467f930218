"""Skeptics: what one half believes before a step, and with whom one can think aloud."""

from quadrantlib.exercises.skeptics.exercise import EXERCISE, read
from quadrantlib.exercises.skeptics.questions import QUESTIONS

__all__ = ["EXERCISE", "QUESTIONS", "read"]
