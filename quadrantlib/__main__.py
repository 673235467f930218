"""`python -m quadrantlib` is `quadrant`."""

import sys
from pathlib import Path

# `python -m` looks into the start folder first: a `voila.py` lying there would run as ours.
# A checkout stays: there the start folder is where we come from.
if Path(sys.path[0]) == Path.cwd() != Path(__file__).parent.parent:
    del sys.path[0]

from quadrantlib.cli import main

if __name__ == "__main__":
    main(prog_name="quadrant")
