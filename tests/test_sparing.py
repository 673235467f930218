"""Jupyter is loaded without what nobody needs of it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

LOADED = "import json, sys, {module}; print(json.dumps(list(sys.modules)))"
PLACES = ("jupyter_server", "jupyter_events", "jupyterlab_server", "jupyterlab", "nbformat")


# Taken out: `spare()` in `serving/__init__`.
@pytest.mark.parametrize("module", ["server", "lab"])
def test_no_grammar_is_compiled_while_a_server_starts(module: str) -> None:
    program = LOADED.format(module=f"quadrantlib.serving.{module}")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    loaded = json.loads(done.stdout)
    assert "jsonschema" in loaded
    assert "lark" not in loaded


def schemas() -> Iterator[str]:
    """Yield every schema that comes with Jupyter."""
    packages = [Path(find_spec(name).origin).parent for name in PLACES]
    for folder in (*packages, Path(sys.prefix, "share", "jupyter")):
        for kind in ("*.json", "*.yaml", "*.yml"):
            for path in folder.rglob(kind):
                yield path.read_text(encoding="utf-8")


def test_no_schema_of_jupyters_asks_for_what_is_spared() -> None:
    found = list(schemas())
    assert sum("$schema" in text for text in found) > 10
    assert not [text for text in found if re.search(r"""\bformat["']?:\s*["']?iri""", text)]
