"""Finds the invitation that lies beside the submissions; what only looks like one is not believed.

The folder is one that strangers put files into. So an invitation counts under its own name alone:
one that lies there under another is named, and whoever makes the report decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from quadrantlib import invitation as inviting
from quadrantlib import strictjson
from quadrantlib.dropped import content_of, dropped
from quadrantlib.errors import Refused, Unreadable
from quadrantlib.invitation import FILE, FORMAT, Invitation
from quadrantlib.phrases import listed
from quadrantlib.strangers import UNTOUCHED, cohort_of
from quadrantlib.visible import file_name

FEW = 3
"""So many names are told."""
INSIDE = 50
"""So many files of a folder inside are looked at."""
ENDINGS = {".json", ".txt", ".zip"}


def invitation_for(place: Path) -> Invitation:
    """Return the invitation that lies beside the submissions in `place`.

    Where there is none, it asks for nothing but the shares, and is for the cohort that most of the
    submissions name.

    Raises
    ------
    Refused
        If it holds no submission at all, or there is an invitation under another name.
    Unreadable
        If `place` is not there, or the invitation beside it is none.
    """
    folder = place if place.is_dir() else place.parent
    names = sorted(path.name for path in _files(folder)) if folder.is_dir() else []
    if FILE in names:
        return invitation_in(folder / FILE)
    if seem := [name for name in names if _says(folder / name) == FORMAT]:
        raise _renamed(seem)
    named = Counter(filter(None, (cohort_of(content) for _, content in dropped(place))))
    if not named:
        raise _empty(place)
    return Invitation(min(named, key=lambda cohort: (-named[cohort], cohort)))


def invitation_in(path: Path) -> Invitation:
    """Return the invitation in the file at `path`.

    Raises
    ------
    Unreadable
        If it is none; the reason names every place, and never what stands there.
    """
    content = content_of(path)
    try:
        return inviting.parse(content if isinstance(content, bytes) else b"")
    except Unreadable as fault:
        if isinstance(content, str):
            what = f"{path} could not be read: it {content}."
            raise Unreadable(what, UNTOUCHED, "Name the invitation.") from None
        what = f"{path} could not be read. {fault.what}"
        raise Unreadable(what, UNTOUCHED, "Mend it, or ask for it again.") from None


def _files(folder: Path) -> Iterator[Path]:
    try:
        yield from (path for path in folder.iterdir() if path.suffix.lower() in ENDINGS)
    except OSError:
        return  # `dropped` says why


def _says(path: Path) -> str:
    """Return the format that the file at `path` claims to have; empty where it claims none."""
    content = content_of(path)
    try:
        value = strictjson.loads(content) if isinstance(content, bytes) else None
    except Unreadable:
        return ""
    return str(value.get("format", "")) if isinstance(value, dict) else ""


def _renamed(names: list[str]) -> Refused:
    told = listed([f"“{file_name(name)}”" for name in names[:FEW]])
    one = len(names) == 1
    return Refused(
        f"No invitation lies here under the name {FILE}, and "
        f"{f'{told} seems to be it' if one else f'{told} all look like one'}.",
        f"{UNTOUCHED} Whoever may put files here could have put it there, so it is not believed.",
        f"If {'it' if one else 'one of them'} is yours, rename it to {FILE}; if not, take it out.",
    )


def _empty(place: Path) -> Refused:
    """Return why there is no submission: they may lie one folder further in, or be packed."""
    what, now = f"There is no submission in {place}.", "Name the folder they were put into."
    inside = place if place.is_dir() else place.parent
    packed = [path for path in _files(inside) if path.suffix.lower() == ".zip"]
    ending = [p for p in _files(inside) if p.suffix.lower() == ".txt" and cohort_of(content_of(p))]
    if packed:
        now = f"Unpack “{file_name(packed[0].name)}” first, and name the folder with the files."
    elif ending:
        now = f"“{file_name(ending[0].name)}” seems to be one: let the names end in .json."
    elif place.is_dir() and (nested := _nested(place)):
        now = f"They seem to lie in the folder “{file_name(nested.name)}” inside it: name that one."
    return Refused(what, UNTOUCHED, now)


def _nested(place: Path) -> Path | None:
    folders = [path for path in sorted(place.iterdir()) if path.is_dir() and path.name[0] != "."]
    for folder in folders:
        files = [path for path in _files(folder) if path.suffix.lower() == ".json"][:INSIDE]
        if any(cohort_of(content_of(path)) for path in files):
            return folder
    return None
