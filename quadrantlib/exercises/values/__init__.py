"""Values: which are one's own, and which came with the ladder."""

from quadrantlib.exercises.values.exercise import EXERCISE, read
from quadrantlib.exercises.values.questions import QUESTIONS

__all__ = ["EXERCISE", "QUESTIONS", "read"]
