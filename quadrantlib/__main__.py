"""`python -m quadrantlib` is `quadrant`."""

from quadrantlib.cli import main

if __name__ == "__main__":
    main(prog_name="quadrant")
