"""The only place with a color: one set of tokens for pages and for paper."""

from __future__ import annotations

LIGHT = {
    "paper": "#FBFAF7",
    "raised": "#FFFFFF",
    "ink": "#1F2328",
    "quiet": "#5B6168",
    "line": "#DAD6CC",
    "edge": "#84817A",
    "accent": "#0F6B66",
    "on_accent": "#FFFFFF",
    "alarm": "#A12C1B",
    "hard_assigned": "#C2452D",
    "easy_assigned": "#A08040",
    "easy_chosen": "#3B7EA1",
    "hard_chosen": "#0F7B5F",
}
DARK = {
    "paper": "#16181A",
    "raised": "#1F2225",
    "ink": "#ECEAE4",
    "quiet": "#A6ABB0",
    "line": "#3A3E42",
    "edge": "#7C8187",
    "accent": "#6FD0C6",
    "on_accent": "#10201E",
    "alarm": "#F0907F",
    "hard_assigned": "#E5806C",
    "easy_assigned": "#C9AC6E",
    "easy_chosen": "#7DB6D3",
    "hard_chosen": "#5CC2A3",
}
"""`line` divides; `edge` outlines a control, at 3:1."""

SERIF = "Charter, 'Iowan Old Style', 'Source Serif 4', Georgia, serif"
SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"
TINT = 0.12
"""Opacity of a region's area under its marks."""


def css_variables(scope: str = ":root") -> str:
    """Return the tokens as CSS custom properties `--q-NAME`, light and dark."""
    return (
        f"{scope} {{ color-scheme: light dark; {_declarations(LIGHT)} "
        f"--q-serif: {SERIF}; --q-sans: {SANS}; }}\n"
        f"@media (prefers-color-scheme: dark) {{ {scope} {{ {_declarations(DARK)} }} }}\n"
        f"@media print {{ {scope} {{ {_declarations(LIGHT)} }} }}\n"
    )


def _declarations(tokens: dict[str, str]) -> str:
    return " ".join(f"--q-{name.replace('_', '-')}: {value};" for name, value in tokens.items())


def widget_variables(scope: str) -> str:
    """Return the tokens for a part of somebody else's page, which may have a scheme of its own.

    JupyterLab marks its theme on the body, whatever the system prefers.
    """
    light = f"body[data-jp-theme-light='true'] {scope}"
    dark = f"body[data-jp-theme-light='false'] {scope}"
    return (
        css_variables(scope)
        + f"{light} {{ color-scheme: light; {_declarations(LIGHT)} }}\n"
        + f"{dark} {{ color-scheme: dark; {_declarations(DARK)} }}\n"
    )
