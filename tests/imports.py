"""Reads who imports whom, out of the code and out of ARCHITECTURE.md's table."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent
PACKAGE = CHECKOUT / "quadrantlib"


@dataclass(frozen=True, slots=True)
class Import:
    """One import: `name` is `exercises/ten_tasks` for one of ours, else the top-level package."""

    name: str
    ours: bool
    later: bool
    line: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: patterns of what may be imported; those in `later` inside functions."""

    module: str
    ours: frozenset[str]
    others: frozenset[str]
    later: frozenset[str]

    def allows(self, found: Import) -> bool:
        """Whether the row lists `found`, and at that place."""
        listed = self.ours if found.ours else self.others
        return any(
            fnmatchcase(found.name, pattern) and (found.later or pattern not in self.later)
            for pattern in listed
        )


def modules() -> dict[str, Path]:
    """Return every module of the package by its name in the table (`forms/board`, `forms`)."""
    return {_module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def _module_name(path: Path) -> str:
    inside = path.relative_to(PACKAGE).with_suffix("")
    if inside.name == "__init__" and inside.parent != Path():
        return inside.parent.as_posix()
    return inside.as_posix()


def table() -> list[Row]:
    """Return the rows of ARCHITECTURE.md's module table."""
    lines = (CHECKOUT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()
    return [row for line in lines if line.startswith("| `") for row in _rows(line)]


def _rows(line: str) -> list[Row]:
    listed, _, ours, others = (cell.strip() for cell in line.strip("|").split("|"))
    later = frozenset(re.findall(r"\(([^)]+)\)", f"{ours} {others}"))
    return [Row(module, _names(ours), _names(others), later) for module in sorted(_names(listed))]


def _names(cell: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w/*]+", cell))


def row_of(module: str, rows: list[Row]) -> Row | None:
    """Return the row for `module`: its own before a pattern that covers it."""
    own = [row for row in rows if row.module == module]
    covering = [row for row in rows if fnmatchcase(module, row.module)]
    return next(iter(own + covering), None)


def imports(path: Path) -> Iterator[Import]:
    """Yield what the module at `path` imports, the standard library left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node, later in _with_place(tree, later=False):
        for name in _imported(node):
            top, *rest = name.split(".")
            if top == "quadrantlib":
                yield Import(_ours(rest), ours=True, later=later, line=node.lineno)
            elif top not in sys.stdlib_module_names:
                yield Import(top, ours=False, later=later, line=node.lineno)


def standard(path: Path) -> set[str]:
    """Return the standard-library modules that the module at `path` imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {name.split(".")[0] for node in ast.walk(tree) for name in _imported(node)}
    return names & set(sys.stdlib_module_names)


def _with_place(node: ast.AST, *, later: bool) -> Iterator[tuple[ast.AST, bool]]:
    inside = later or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or _typing_only(node)
    for child in ast.iter_child_nodes(node):
        yield child, inside
        yield from _with_place(child, later=inside)


def _typing_only(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        assert not node.level, "relative imports hide who imports whom"
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def _ours(parts: list[str]) -> str:
    """`exercises.ten_tasks.read` → `exercises/ten_tasks`: the longest that is a module."""
    known = modules()
    for length in range(len(parts), 0, -1):
        if (name := "/".join(parts[:length])) in known:
            return name
    return "__init__"
