"""The journal's own page: to keep it, to bring one back, to forget everything."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from quadrantlib.errors import Refused, Trouble
from quadrantlib.serving import front
from quadrantlib.serving.pages import FORGOTTEN, Page


class Yours(Page):
    """The page about the journal."""

    def initialize(self, journal: Path) -> None:
        """Take the journal's place."""
        self.journal = journal

    def get(self) -> None:
        """Show it."""
        self.tell()

    def tell(self, *, trouble: Trouble | None = None, done: str = "") -> None:
        """Show the page, with what was done or what could not be."""
        page = front.look(self.journal)
        page = replace(page, trouble=trouble or page.trouble, done=done)
        self.show("journal.html", page=page, xsrf=self.xsrf_form_html())


class File(Yours):
    """A file to keep: the journal, what comes next for a calendar, or the keepsake."""

    def get(self, name: str) -> None:  # type: ignore[override]
        """Send it; what stands in the way is said on the page."""
        try:
            found = front.file_of(self.journal, name)
        except Trouble as trouble:
            self.tell(trouble=trouble)
            return
        self.set_header("Content-Type", f"{found.kind}; charset=utf-8")
        self.set_header("Content-Disposition", f'attachment; filename="{found.name}"')
        self.set_header("Cache-Control", "no-store")
        self.finish(found.content)


class TakeBack(Yours):
    """A journal brought back from a file."""

    def get(self) -> None:
        """Lead those who arrive by a reload back to the page."""
        self.redirect("/journal")

    def post(self) -> None:
        """Bring it back, and say how that went."""
        try:
            done = front.take_back(self.journal, self._brought())
        except Trouble as trouble:
            self.tell(trouble=trouble)
        else:
            self.tell(done=done)

    def _brought(self) -> bytes:
        for brought in self.request.files.get("file", ()):
            return bytes(brought["body"])
        raise Refused(
            "No file came with that.", "Your journal is as it was.", "Choose one, and try again."
        )


class Forget(Yours):
    """Asks whether everything should go, and lets it."""

    def get(self) -> None:
        """Ask."""
        page = front.look(self.journal)
        self.show("forget.html", page=page, xsrf=self.xsrf_form_html())

    def post(self) -> None:
        """Forget everything; the path says so."""
        try:
            front.forget(self.journal)
        except Trouble as trouble:
            self.tell(trouble=trouble)
        else:
            # Where one was on each page goes with the answers.
            self.set_header("Clear-Site-Data", '"storage"')
            self.redirect(f"/?{FORGOTTEN}=")
