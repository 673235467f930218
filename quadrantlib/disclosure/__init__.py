"""The audit: what follows from everything that is said about a few people, and what to withhold."""

from quadrantlib.disclosure.statements import AtomFacts, Case, Finding, Statement, Verdict
from quadrantlib.disclosure.withholding import findings, withhold

__all__ = ["AtomFacts", "Case", "Finding", "Statement", "Verdict", "findings", "withhold"]
