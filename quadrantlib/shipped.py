"""Where the workbooks, the page template and the decks lie, installed or in a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent


def shipped(name: str, package: Path = PACKAGE) -> Path:
    """Return the path of what the workbook ships under `name`.

    A wheel carries `workbooks` and `data` inside the package, a checkout beside it; `template` is
    always inside. A checkout wins where both are there: there the inner copy can only be stale.

    Parameters
    ----------
    name:
        `workbooks`, `data` or `template`, or a path below one of them, with forward slashes.
    package:
        The folder of the installed package.

    Raises
    ------
    FileNotFoundError
        When neither place has it.
    """
    places = (_checkout(package) / name, package / "shipped" / name, package / name)
    for place in places:
        if place.exists():
            return place
    raise FileNotFoundError(f"The workbook came without its {name}: please install it again.")


def _checkout(package: Path) -> Path:
    """Return the checkout that holds `package`, or the package itself when it is installed."""
    return package.parent if (package.parent / "pyproject.toml").exists() else package
