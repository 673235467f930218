"""What the notebook is handed: what may be published, and how many files were turned down. Pure."""

from __future__ import annotations

import json

from quadrantlib import published as publishing
from quadrantlib import strictjson
from quadrantlib.published import Published


def dumps(published: Published, turned: int) -> str:
    """Return both as JSON that `loads` gives back as it was."""
    inside = json.loads(publishing.dumps(published))
    return strictjson.dumps({"published": inside, "turned": turned})


def loads(text: str | bytes) -> tuple[Published, int]:
    """Return what `dumps` wrote."""
    value = strictjson.loads(text)
    return publishing.loads(strictjson.dumps(value["published"])), int(value["turned"])
