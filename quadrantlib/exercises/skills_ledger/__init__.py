"""Skills ledger: what a quarter leaves one to keep."""

from quadrantlib.exercises.skills_ledger.exercise import EXERCISE, read
from quadrantlib.exercises.skills_ledger.questions import QUESTIONS

__all__ = ["EXERCISE", "QUESTIONS", "read"]
