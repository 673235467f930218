"""Runs the cohort notebook with Papermill, and opens in it what may be published.

Everything is worked out before: the notebook gets one path, to a file that holds what may be
published and nothing else. It runs in a temporary folder, and nothing of it is kept but what its
cells gave. Whoever runs it by hand hands over the submissions instead.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from quadrantlib.errors import Refused, Trouble
from quadrantlib.published import Published
from quadrantlib.reporting import handed
from quadrantlib.reporting.manuscript import Manuscript, manuscript
from quadrantlib.shipped import shipped
from quadrantlib.sparing import spare
from quadrantlib.workspace import workspace

if TYPE_CHECKING:
    from quadrantlib.reporting.desk import Desk

SAMPLE = "data/sample-cohort"
NOTEBOOK = "workbooks/facilitator/cohort-report.ipynb"
NOT_INSTALLED = Refused(
    "What makes a report is not installed here.",
    "Nothing was written.",
    "Install it with: pip install 'quadrantlib[report]'.",
)


def open_report(  # noqa: PLR0913  the notebook's parameters
    published: str = "",
    submissions: str = "",
    *,
    people: int = 0,
    codes: str = "",
    ledger: str = "",
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
        figures, turned = handed.loads(Path(published).read_bytes())
    else:
        figures, turned = _made(submissions, people, codes, ledger, by)
    return Desk(Found(figures, CATALOG), turned)


def _made(submissions: str, people: int, codes: str, ledger: str, by: str) -> tuple[Published, int]:
    """Make the report here; the ledger knows of it before anybody sees it."""
    from quadrantlib import gathering

    place = Path(submissions) if submissions else shipped(SAMPLE)
    kept = Path(ledger) if ledger else place.absolute().with_name("ledger.json")
    found = gathering.gathered(
        gathering.Order(
            place, people, Path(codes) if codes else None, kept if submissions else None, by
        )
    )
    found.keep()
    return found.edition.published, found.turned


def run(published: Published, turned: int = 0, *, progress: bool = False) -> Manuscript:
    """Return the report that the notebook makes of `published`; `turned` files were turned down.

    Raises
    ------
    Refused
        If Papermill is not installed.
    Trouble
        If the notebook could not be run to its end.
    """
    with TemporaryDirectory(prefix="quadrant-report-") as folder:
        path = Path(folder, "published.json")
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
    try:
        import papermill
        from papermill.exceptions import PapermillExecutionError
        from traitlets.config import Config

        from quadrantlib import kernels
    except ImportError:
        raise NOT_INSTALLED from None
    shown = {"desc": "Writing the report", "leave": False}
    try:
        with workspace():
            return papermill.execute_notebook(
                str(shipped(NOTEBOOK)),
                None,
                {"published": str(path)},
                kernel_name="python3",
                cwd=str(path.parent),
                extra_arguments=["--log-level=CRITICAL"],  # of being stopped, it says that it was
                progress_bar=shown if progress else False,
                config=Config(kernels.settings()),
            )
    except PapermillExecutionError as fault:
        raise _stopped(fault.ename) from None


def _stopped(where: str) -> Trouble:
    return Trouble(
        f"The report’s notebook stopped in one of its cells ({where}).",
        "Nothing was written.",
        "This is a fault in the workbook: please report it.",
    )
