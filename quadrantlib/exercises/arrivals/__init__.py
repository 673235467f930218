"""Arrivals: letters to the Monday after, and promises that things will calm down."""

from quadrantlib.exercises.arrivals.exercise import EXERCISE, read
from quadrantlib.exercises.arrivals.questions import LETTERS, PROMISES, QUESTIONS

__all__ = ["EXERCISE", "LETTERS", "PROMISES", "QUESTIONS", "read"]
