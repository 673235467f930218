"""Five years from now: the self one does not want to meet, and its signs."""

from quadrantlib.exercises.five_years.exercise import EXERCISE, read
from quadrantlib.exercises.five_years.questions import QUESTIONS, SIGNS

__all__ = ["EXERCISE", "QUESTIONS", "SIGNS", "read"]
