"""No module of the front end waits but through the one that ends every wait in a word."""

from __future__ import annotations

import re

from quadrantlib.forms.bundle import STATIC
from quadrantlib.page import ASIDE

FILES = {each.name: each.read_text(encoding="utf-8") for each in STATIC.glob("*.js")}


def holding(pattern: str) -> set[str]:
    return {name for name, text in FILES.items() if re.search(pattern, text)}


def test_one_module_reads_files_and_makes_letters_of_their_bytes() -> None:
    assert holding(r"\.arrayBuffer\(|\.text\(\)|FileReader") == {"filetext.js"}
    assert holding(r"TextDecoder\((?!\))") == {"filetext.js"}


def test_whoever_asks_the_kernel_asks_where_every_answer_is_waited_for() -> None:
    asks = {name: FILES[name] for name in holding(rf'kind: "({"|".join(ASIDE)})"')}
    assert set(asks) == {"calendar.js", "brought.js", "errands.js", "sharecard.js"}
    for text in asks.values():
        assert "waitingPlace(" in text
        assert not re.search(r"(?<!\w)(this\.)?store\.send\(", text)


def test_no_promise_is_left_without_an_end() -> None:
    """What awaits does so inside a place that waits; the two others wait for the page itself."""
    awaits = holding(r"\bawait\b|new Promise")
    assert awaits <= {
        "waiting.js",
        "filetext.js",
        *("calendar.js", "brought.js", "errands.js", "sharecard.js"),
        *("keeper.js", "part.js"),
    }
