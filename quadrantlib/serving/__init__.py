"""Voila and JupyterLab, configured; only `quadrantlib.serve` opens this door."""

from quadrantlib.sparing import spare

spare()
