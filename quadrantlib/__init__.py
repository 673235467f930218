"""A reflection workbook: guided notebooks, and the small library behind them.

The few names a notebook uses are fetched on first use, so that importing does nothing.
"""

# Nothing is imported here, not even from the standard library: `python -m quadrantlib` would find
# it in the start folder first (see `__main__`).
TYPE_CHECKING = False
if TYPE_CHECKING:
    from quadrantlib.page import open_page
    from quadrantlib.report import open_report
    from quadrantlib.welcome import open_path

__all__ = ["open_page", "open_path", "open_report"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    if name == "open_page":
        from quadrantlib.page import open_page

        return open_page
    if name == "open_report":
        from quadrantlib.report import open_report

        return open_report
    if name == "open_path":
        from quadrantlib.welcome import open_path

        return open_path
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
