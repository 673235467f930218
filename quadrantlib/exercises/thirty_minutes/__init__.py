"""Thirty minutes: a little time of one's own, and what it becomes."""

from quadrantlib.exercises.thirty_minutes.exercise import EXERCISE, read
from quadrantlib.exercises.thirty_minutes.questions import LOG, QUESTIONS

__all__ = ["EXERCISE", "LOG", "QUESTIONS", "read"]
