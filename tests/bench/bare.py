"""What every report stands on: Papermill runs an empty notebook, and it is exported as HTML."""

import sys
from pathlib import Path

import nbformat
import papermill
from nbconvert import HTMLExporter


def main(folder: Path) -> None:
    """Run an empty notebook in `folder`, and export it."""
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("")])
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "", "language": "python"}
    nbformat.write(book, folder / "empty.ipynb")
    papermill.execute_notebook(folder / "empty.ipynb", folder / "run.ipynb", progress_bar=False)
    page, _ = HTMLExporter().from_filename(str(folder / "run.ipynb"))
    (folder / "run.html").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
