"""The drift check: motion and moments side by side, and the reason one once said yes."""

from quadrantlib.exercises.drift_check.exercise import EXERCISE, read
from quadrantlib.exercises.drift_check.questions import QUESTIONS

__all__ = ["EXERCISE", "QUESTIONS", "read"]
