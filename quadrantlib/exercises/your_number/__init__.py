"""Your number: how much is enough, and whether the years lead toward it."""

from quadrantlib.exercises.your_number.exercise import EXERCISE, read
from quadrantlib.exercises.your_number.heard import heard
from quadrantlib.exercises.your_number.questions import QUESTIONS

__all__ = ["EXERCISE", "QUESTIONS", "heard", "read"]
