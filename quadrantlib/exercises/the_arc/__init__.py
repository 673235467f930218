"""The arc: how alive each job was, year by year, and what repeats."""

from quadrantlib.exercises.the_arc.exercise import EXERCISE, read
from quadrantlib.exercises.the_arc.questions import JOBS, QUESTIONS

__all__ = ["EXERCISE", "JOBS", "QUESTIONS", "read"]
