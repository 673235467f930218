"""Sparks: what catches the eye, a line at a time."""

from quadrantlib.exercises.sparks.exercise import EXERCISE, read
from quadrantlib.exercises.sparks.questions import QUESTIONS, SPARKS

__all__ = ["EXERCISE", "QUESTIONS", "SPARKS", "read"]
