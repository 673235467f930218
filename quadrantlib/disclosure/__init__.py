"""The audit: what follows from everything that is said about a few people, and what to withhold."""

from quadrantlib.disclosure.statements import AtomFacts, Case, Finding, Statement, Verdict

__all__ = ["AtomFacts", "Case", "Finding", "Statement", "Verdict"]
