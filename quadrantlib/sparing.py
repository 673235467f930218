"""Spares what Jupyter's programs would load and nobody here needs; called before."""

from __future__ import annotations

import sys

GRAMMARS = "rfc3987_syntax"
"""Checks international addresses (`iri` in a JSON schema); no schema of Jupyter's holds one."""


def spare() -> None:
    """Keep `jsonschema` from compiling forty grammars on import: four of Jupyter's five seconds.

    It does without where they are not installed, and that is what it is told here. Known upstream:
    jsonschema#1428, jupyter_server#1559.
    """
    sys.modules.setdefault(GRAMMARS, None)  # type: ignore[arg-type]  # None: an import is refused
