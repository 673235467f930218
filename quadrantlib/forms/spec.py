"""Questions as the browser gets them: the same words and fields, as JSON."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from quadrantlib.questions import Question


def spec(value: Any) -> Any:
    """Return a question, option or step as a JSON value; a question also says its `kind`."""
    if isinstance(value, tuple):
        return [spec(each) for each in value]
    if not is_dataclass(value):
        return value
    found = {field.name: spec(getattr(value, field.name)) for field in fields(value)}
    return {"kind": value.kind, **found} if isinstance(value, Question) else found
