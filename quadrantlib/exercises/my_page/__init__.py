"""My page: where the exercises speak to each other."""

from quadrantlib.exercises.my_page.exercise import EXERCISE, weave
from quadrantlib.exercises.my_page.questions import QUESTIONS

__all__ = ["EXERCISE", "QUESTIONS", "weave"]
