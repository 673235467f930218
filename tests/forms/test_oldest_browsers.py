"""The front end reads in the oldest browsers that the README names, and says so itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

from quadrantlib.forms.bundle import STATIC, styles
from quadrantlib.shipped import shipped

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
OLDEST = {"Safari": "15.5", "Chrome": "108", "Edge": "108", "Firefox": "121"}
MODULES = {path.name: path.read_text(encoding="utf-8") for path in sorted(STATIC.glob("*.js"))}
PAGES = {
    path.name: "\n".join(
        re.sub(r"\{[{%].*?[}%]\}", "0", script)
        for script in re.findall(
            r"<script[^>]*>(.*?)</script>", path.read_text(encoding="utf-8"), re.DOTALL
        )
    )
    for path in sorted(shipped("template").rglob("*.j2"))
}
SCRIPTS = MODULES | {name: text for name, text in PAGES.items() if text.strip()}

TOO_NEW = {
    "class_static_block": "Safari 16.4",
    "import_attribute": "Safari 17.2",
    "decorator": "no browser",
    "using_declaration": "no Safari",
}
"""Grammar that a browser must know, or it reads nothing of the module → since when one does."""
LOOKS_BEHIND = re.compile(r"\(\?<[=!]")  # Safari 16.4
NEWER_FLAGS = set("v")  # Safari 17
NEWER_NAMES = re.compile(
    r"\.(?:checkVisibility|toSorted|toReversed|toSpliced|groupBy|isWellFormed"
    r"|withResolvers|fromAsync|showPopover|hidePopover|setHTMLUnsafe|intersection|union"
    r"|symmetricDifference|isSubsetOf|moveBefore|scheduler|transferToFixedLength)\b"
    r"|\bnew (?:OffscreenCanvas|Iterator|CompressionStream)\b|\bAbortSignal\.(?:any|timeout)\b"
    r"|\bIntl\.(?:Segmenter|DurationFormat)\b|\bCSS\.registerProperty\b|\bIterator\.from\b"
)
"""Names that Safari, Chrome or Firefox had only later."""
PARSER = Parser(Language(tree_sitter_javascript.language()))


def too_new(text: str) -> list[str]:
    """What an older browser stumbles over, with its line."""
    nodes = list(walk(PARSER.parse(text.encode()).root_node))
    found = [f"{n.start_point.row + 1}: {n.type}" for n in nodes if n.type in TOO_NEW or n.is_error]
    for node in nodes:
        words = (node.text or b"").decode()
        line = node.start_point.row + 1
        if node.type == "regex_pattern" and LOOKS_BEHIND.search(words):
            found.append(f"{line}: a look-behind")
        if node.type == "regex_flags" and set(words) & NEWER_FLAGS:
            found.append(f"{line}: the flags {words}")
        newer = node.type in {"member_expression", "new_expression"} and NEWER_NAMES.search(words)
        if newer and not is_asked_for(node):
            found.append(f"{line}: {words[:60]}")
    return found


def is_asked_for(node: Node) -> bool:
    """Whether a name stands where the code first asks whether there is one: `a.b ? a.b() : …`."""
    above = node.parent
    while above and above.type != "ternary_expression":
        above = above.parent
    asked = above.child_by_field_name("condition") if above else None
    return asked is not None and asked.text == node.text


def walk(node: Node):
    yield node
    for child in node.children:
        yield from walk(child)


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_module_is_read_by_the_oldest_browsers(name: str) -> None:
    """A look-behind in one regular expression kills the whole bundle."""
    assert too_new(SCRIPTS[name]) == []


@pytest.mark.parametrize(
    "text",
    [
        "const END = /(?<=[.!?])\\s+/u;",
        "text.replace(/(?<!a)b/, '');",
        "class A { static { this.a = 1; } }",
        "const SET = /[a--b]/v;",
        "node.checkVisibility();",
        "const a = ;",
    ],
)
def test_what_is_too_new_is_seen(text: str) -> None:
    assert too_new(text)


def test_a_style_that_older_browsers_lack_has_one_before_it_that_they_know() -> None:
    lines = styles() + "\n".join(
        path.read_text(encoding="utf-8") for path in shipped("template").rglob("*.css")
    )
    for newer in ("color-mix(", "light-dark(", "oklch(", "round("):
        for line in lines.splitlines():
            if newer in line:
                name = line[: line.index(newer)].rsplit(";", 1)[-1].rsplit("{", 1)[-1].split(":")[0]
                before = line[: line.index(newer)].rsplit(";", 1)[0]
                assert re.search(rf"[{{;]\s*{name.strip()}:", before), line
    assert not re.search(r"[{;]\s*&", lines), "nested rules: Safari 16.5"
    assert "@scope" not in lines
    assert "@starting-style" not in lines


@pytest.mark.parametrize(("browser", "version"), OLDEST.items())
def test_the_readme_names_the_oldest_browsers(browser: str, version: str) -> None:
    line = next(line for line in README.splitlines() if line.startswith("Any browser of "))
    assert re.search(rf"\b{browser}\b(?: and Edge)? {version}\b", line)


# ---- hands: one way to drag, one to read a key -----------------------------------------------


@pytest.mark.parametrize("name", sorted(MODULES.keys() - {"drag.js"}))
def test_only_one_module_follows_a_pointer(name: str) -> None:
    follows = r"pointermove|pointercancel|pointercapture|setPointerCapture"
    assert not re.search(follows, MODULES[name], re.IGNORECASE)


@pytest.mark.parametrize("name", sorted(MODULES.keys() - {"keys.js"}))
def test_only_one_module_reads_a_key(name: str) -> None:
    assert not re.search(r"\b(?:event|e)\.(?:key|keyCode|isComposing)\b", MODULES[name])


def test_whatever_is_dragged_is_dragged_by_it() -> None:
    draggers = {name for name, text in MODULES.items() if 'from "./drag.js"' in text}
    assert draggers == {"beadrow.js", "boardmoves.js", "curve.js", "ordering.js", "swipe.js"}
