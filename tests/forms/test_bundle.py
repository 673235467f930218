"""The small front-end modules become one, and mean the same as before."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from quadrantlib.forms import bundle as bundling
from quadrantlib.forms.bundle import IMPORT, STATIC, bundle, order, styles

FILES = {path.name: path.read_text(encoding="utf-8") for path in sorted(STATIC.glob("*.js"))}
ENTRIES = {
    name
    for path in STATIC.parent.parent.rglob("*.py")
    for name in re.findall(r'bundle\("(\w+\.js)"\)', path.read_text(encoding="utf-8"))
}
DECLARED = re.compile(
    r"^(?:export )?(?:async )?(?:function\*?|class|const|let|var) ([\w$]+|[\[{])",
    re.MULTILINE,
)
EXPORTED = re.compile(r"^export (?:async )?(?:function|class|const) (\w+)", re.MULTILINE)
LINE_OF_IMPORT = re.compile(r"^import \{([^}]*)\} from \"\./([a-z]+\.js)\";$", re.MULTILINE)
ASKS = re.compile(r"\b(?:fetch\(|XMLHttpRequest|sendBeacon|EventSource|new WebSocket)")
OWN_LINES = {"line.js": ["new WebSocket"], "live.js": ["sendBeacon"]}
"""The line to the page's own kernel, and its end."""
each_file = pytest.mark.parametrize("name", FILES)
each_entry = pytest.mark.parametrize("entry", sorted(ENTRIES))


def test_there_is_something_to_join() -> None:
    assert {"keeper.js", "part.js"} <= ENTRIES <= FILES.keys()


@each_entry
def test_every_name_at_the_top_of_a_joined_module_is_its_own(entry: str) -> None:
    names = Counter(name for file in order(entry) for name in DECLARED.findall(FILES[file]))
    assert names
    assert not [name for name, times in names.items() if times > 1]
    assert not [name for name in names if name[0] in "[{"], "a pattern hides its names from this"


@each_file
def test_an_import_is_one_line_that_names_a_neighbour_and_what_it_exports(name: str) -> None:
    text = FILES[name]
    lines = [line for line in text.splitlines() if re.match(r"\s*import\b", line)]
    found = LINE_OF_IMPORT.findall(text)
    assert len(lines) == len(found) == len(IMPORT.findall(text))
    for names, file in found:
        wanted = {each.strip() for each in names.split(",")}
        assert wanted <= {*EXPORTED.findall(FILES[file])}, file
    assert not re.search(r"\bimport\(|\brequire\(", text)


@each_file
def test_a_file_is_reached_from_a_widget(name: str) -> None:
    assert any(name in order(entry) for entry in ENTRIES)


@each_entry
def test_a_file_comes_once_and_after_those_it_imports(entry: str) -> None:
    joined = order(entry)
    assert len({*joined}) == len(joined)
    assert joined[-1] == entry
    for index, name in enumerate(joined):
        before = {*joined[:index]}
        wanted = {file for _, file in LINE_OF_IMPORT.findall(FILES[name])}
        assert wanted <= before or name in _circle(name)


def _circle(name: str) -> set[str]:
    """Files that import one another: functions only, so that any order will do."""
    return {file for file in order(name) if file != name and name in order(file)} and {name}


@each_entry
def test_a_joined_module_exports_its_widget_and_imports_nothing(entry: str) -> None:
    words = re.findall(r"^[ \t]*(?:import|export)\b.*$", bundle(entry), re.MULTILINE)
    assert len(words) == 1
    assert words[0].startswith("export default ")


def test_a_joined_module_keeps_every_line_but_its_imports() -> None:
    lines = bundle("keeper.js").splitlines()
    for file in order("keeper.js"):
        own = LINE_OF_IMPORT.sub("", FILES[file]).splitlines()
        assert {re.sub(r"^export (?!default)", "", line) for line in own} <= {*lines}, file


def test_a_joined_module_is_made_once() -> None:
    assert bundle("part.js") is bundle("part.js")
    assert bundling.order("part.js")[-1] == "part.js"


def test_the_style_sheet_asks_for_nothing_from_elsewhere() -> None:
    assert ".q-part" in styles()
    assert not re.search(r"url\(|@import|https?:", styles())


def test_the_form_comes_first_in_the_style_sheet_and_nothing_is_left_out() -> None:
    assert styles().startswith((STATIC / "form.css").read_text(encoding="utf-8"))
    for sheet in STATIC.glob("*.css"):
        assert sheet.read_text(encoding="utf-8") in styles()


@each_file
def test_the_front_end_names_no_other_host_and_asks_the_network_only_at_its_own(name: str) -> None:
    hosts = {*re.findall(r"(?:https?|wss?):?//[\w.]+", FILES[name])}
    assert hosts <= {"http://www.w3.org"}
    asked = ASKS.findall(FILES[name])
    assert asked == OWN_LINES.get(name, [])
