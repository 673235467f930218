"""`python -m quadrantlib` is `quadrant`, and `quadrant` begins here too.

`python -m` looks into the start folder first, and so does every Python where PYTHONPATH holds an
empty entry: a `voila.py` lying there would run as ours. From here on none does. One called
`quadrantlib.py` has run instead of us by now; `quadrant` and `python -P -m quadrantlib` pass it by.
"""

import os
import sys

# Both are loaded since Python began; anything else would still be looked for there.
sys.path[:] = [folder for folder in sys.path if folder not in ("", os.getcwd())]  # noqa: PTH109

from quadrantlib.cli import main  # noqa: E402

if __name__ == "__main__":
    main(prog_name="quadrant")
