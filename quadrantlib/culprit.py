"""Whose a fault is: the person's, the machine's or ours. Pure.

What a person can mend is said by whoever notices it, as a `Trouble`. Of everything else that goes
wrong, this says whether the machine or the workbook is to blame, and never quotes its message.
"""

from __future__ import annotations

import builtins
import os
import re
import traceback

from quadrantlib import errors
from quadrantlib.errors import Trouble
from quadrantlib.mishaps import cause

UNCHANGED = "Nothing was changed."
MEMORY = "The machine has no memory left for this."
ENDED = "The program that does this was ended, or did not start in time."
ENDED_NAMES = {"DeadKernelError", "CellTimeoutError"}
CROWDED = "Close other programs and try again."
_CODE = re.compile(r"\[Errno (\d{1,4})\]")


def trouble_of(fault: BaseException, safe: str = UNCHANGED) -> Trouble:
    """Return `fault` as a trouble that says whose it is.

    Parameters
    ----------
    safe:
        What is safe, as a sentence.
    """
    if isinstance(fault, Trouble):
        return fault
    kind = type(fault)
    if isinstance(fault, OSError) and fault.errno:
        return _machines(fault, safe)
    if isinstance(fault, ModuleNotFoundError) and not (fault.name or "").startswith("quadrantlib"):
        return _missing(fault.name or "", safe)
    if any(each.__name__ in ENDED_NAMES for each in kind.__mro__):
        return Trouble(ENDED, safe, f"It is no fault of yours. {CROWDED}")
    if issubclass(kind, MemoryError):
        return Trouble(MEMORY, safe, CROWDED)
    return _ours(kind.__name__, _place(fault), safe)


def trouble_of_cell(kind: str, message: str, safe: str = UNCHANGED) -> Trouble:
    """Return what stopped a notebook as a trouble that says whose it is.

    Parameters
    ----------
    kind, message:
        The exception's name and text, as a kernel tells them. Only a `Trouble` of ours is believed
        by its text: no sentence of ours quotes an answer.
    """
    ours = getattr(errors, kind, None)
    if isinstance(ours, type) and issubclass(ours, Trouble):
        return ours(message)
    known = getattr(builtins, kind, None)
    if isinstance(known, type) and issubclass(known, OSError) and (code := _CODE.match(message)):
        return _machines(OSError(int(code[1]), os.strerror(int(code[1]))), safe)
    if isinstance(known, type) and issubclass(known, MemoryError):
        return Trouble(MEMORY, safe, CROWDED)
    return _ours(kind if kind.isidentifier() else "unknown", "a cell of a notebook", safe)


def _machines(fault: OSError, safe: str) -> Trouble:
    why, remedy = cause(fault)
    return Trouble(f"The machine would not do this: {why}.", safe, f"{remedy} and try again.")


def _missing(name: str, safe: str) -> Trouble:
    program = name.partition(".")[0]
    return Trouble(
        f"Something that this needs is not installed here: {program}.",
        safe,
        "Install the workbook with all its parts: pip install 'quadrantlib[lab,report]'.",
    )


def _ours(kind: str, place: str, safe: str) -> Trouble:
    return Trouble(
        f"Something unexpected happened ({kind} in {place}).",
        safe,
        "This is a fault in the workbook, and none of yours: please report the line above.",
    )


def _place(fault: BaseException) -> str:
    frames = traceback.extract_tb(fault.__traceback__)
    if not frames:
        return "an unknown place"
    name = os.path.basename(frames[-1].filename).removesuffix(".py")  # noqa: PTH119  a name only
    return f"{name}, line {frames[-1].lineno}"
