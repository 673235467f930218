"""HiGHS, as the audit uses it: silent, on one core, and so the same every time."""

from __future__ import annotations

from typing import Any


def new_program() -> Any:
    """Return an empty `highspy.Highs`."""
    import highspy

    program = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in {"output_flag": False, "threads": 1, "mip_rel_gap": 0.0}.items():
        program.setOptionValue(option, value)
    return program
