"""Role of work: what work is for this season, and what it need not carry."""

from quadrantlib.exercises.role_of_work.exercise import EXERCISE, read
from quadrantlib.exercises.role_of_work.questions import QUESTIONS

__all__ = ["EXERCISE", "QUESTIONS", "read"]
