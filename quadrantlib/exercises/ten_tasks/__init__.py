"""Ten tasks: where the days live, and which of them were chosen."""

from quadrantlib.exercises.ten_tasks.exercise import EXERCISE, read
from quadrantlib.exercises.ten_tasks.questions import QUESTIONS, TASKS

__all__ = ["EXERCISE", "QUESTIONS", "TASKS", "read"]
