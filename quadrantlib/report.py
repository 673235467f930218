"""Runs the cohort notebook with Papermill, and opens in it what may be published.

Everything is worked out before: the notebook gets one path, to a file that holds what may be
published and nothing else. It runs in a temporary folder, and nothing of it is kept but what its
cells gave. Whoever runs it by hand hands over the submissions instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quadrantlib import durable
from quadrantlib.culprit import trouble_of, trouble_of_cell
from quadrantlib.errors import Refused
from quadrantlib.phrases import listed
from quadrantlib.published import Published
from quadrantlib.reporting import handed
from quadrantlib.reporting.manuscript import Manuscript, manuscript
from quadrantlib.shipped import shipped
from quadrantlib.sparing import spare
from quadrantlib.workspace import workspace

if TYPE_CHECKING:
    from quadrantlib.reporting.desk import Desk

SAFE = "Nothing was written."
SAMPLE = "data/sample-cohort"
NOTEBOOK = "workbooks/facilitator/cohort-report.ipynb"
NEEDED = ("papermill", "matplotlib", "numpy", "highspy", "ijson", "jinja2")
"""What makes a report, and is not installed for a participant."""


def make_sure() -> None:
    """Raise `Refused` unless all that makes a report is installed: before anything is read."""
    if missing := [name for name in NEEDED if find_spec(name) is None]:
        raise Refused(
            f"What makes a report is not installed here: {listed(missing)}.",
            SAFE,
            "Install it with: pip install 'quadrantlib[report]'.",
        )


def open_report(  # noqa: PLR0913  the notebook's parameters
    published: str = "",
    submissions: str | float = "",
    *,
    people: int = 0,
    codes: str | float = "",
    ledger: str | float = "",
    by: str = "",
) -> Desk:
    """Return the report that a notebook shows.

    Parameters
    ----------
    published:
        A file that `run` made. If it is empty, the report is made here, of the others:
    submissions:
        A folder, or a JSON-lines file; empty: the cohort that is made up, which has no ledger.
    people, codes, by:
        As in `gathering.Order`.
    ledger:
        A file; empty: `ledger.json` beside the submissions.

    Raises
    ------
    Trouble
        If there must be no report.
    """
    from quadrantlib.exercises import CATALOG
    from quadrantlib.reporting.desk import Desk
    from quadrantlib.reporting.found import Found

    if published:
        figures, turned = handed.loads(durable.read(Path(published)) or b"")
    else:
        make_sure()
        figures, turned = _made(submissions, people, codes, ledger, by)
    return Desk(Found(figures, CATALOG), turned)


def _made(
    submissions: str | float, people: int, codes: str | float, ledger: str | float, by: str
) -> tuple[Published, int]:
    """Make the report here; the ledger knows of it before anybody sees it.

    Papermill hands over a name of digits as a number.
    """
    from quadrantlib import gathering

    place = Path(str(submissions)) if submissions else shipped(SAMPLE)
    kept = Path(str(ledger)) if ledger else place.absolute().with_name("ledger.json")
    found = gathering.gathered(
        gathering.Order(
            place, people, Path(str(codes)) if codes else None, kept if submissions else None, by
        )
    )
    found.keep()
    return found.edition.published, found.turned


def run(published: Published, turned: int = 0, *, progress: bool = False) -> Manuscript:
    """Return the report that the notebook makes of `published`; `turned` files were turned down.

    Raises
    ------
    Trouble
        If the notebook could not be run to its end; it says whose fault that is.
    """
    with workspace() as place:
        path = place.folder / "published.json"
        path.write_text(handed.dumps(published, turned), encoding="utf-8")
        return manuscript(_ran(path, progress=progress))


def files(manuscript: Manuscript, published: Published, output: Path) -> list[tuple[Path, bytes]]:
    """Return what is to be written: the report as `output` ends (.html, .pdf), its figures as CSV.

    Raises
    ------
    Refused
        If it cannot be set as a PDF.
    """
    from quadrantlib.reporting.page import html
    from quadrantlib.reporting.paper import pdf
    from quadrantlib.reporting.spreadsheet import spreadsheet

    paper = output.suffix.lower() == ".pdf"
    made = pdf(manuscript) if paper else html(manuscript).encode()
    return [(output, made), (output.with_suffix(".csv"), spreadsheet(published).encode())]


def _ran(path: Path, *, progress: bool) -> Any:
    """Run the notebook on the file at `path`, in its folder; it is not written anywhere."""
    spare()
    import papermill
    from papermill.exceptions import PapermillExecutionError
    from traitlets.config import Config

    from quadrantlib import kernels

    shown = {"desc": "Writing the report", "leave": False}
    with _blamed(PapermillExecutionError):
        return papermill.execute_notebook(
            _as_it_is(shipped(NOTEBOOK)),
            None,
            {"published": str(path)},
            kernel_name="python3",
            cwd=_as_it_is(path.parent),
            extra_arguments=["--log-level=CRITICAL"],  # of being stopped, it says that it was
            progress_bar=shown if progress else False,
            config=Config(kernels.settings()),
        )


@contextmanager
def _blamed(stopped: type[Exception]) -> Iterator[None]:
    """Say of whatever goes wrong in the notebook, or around it, whose it is.

    `stopped` is what Papermill raises when a cell did.
    """
    try:
        yield
    except stopped as fault:
        cell: Any = fault
        raise trouble_of_cell(cell.ename, cell.evalue, SAFE) from None
    except Exception as fault:
        raise trouble_of(fault, SAFE) from fault


def _as_it_is(path: Path) -> str:
    """Return `path` for Papermill, which fills names in braces in."""
    return str(path).replace("{", "{{").replace("}", "}}")
