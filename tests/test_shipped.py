"""What is shipped is found, installed or in a checkout. `test_packaging` tries a built wheel."""

from __future__ import annotations

from pathlib import Path

import pytest

from quadrantlib.pictures.style import css_variables
from quadrantlib.shipped import shipped


def package(root: Path, *places: str) -> Path:
    for place in places:
        (root / place).mkdir(parents=True)
    return root / "quadrantlib"


def test_an_installed_package_finds_what_lies_inside_it(tmp_path: Path) -> None:
    inside = package(tmp_path, "quadrantlib/shipped/workbooks", "quadrantlib/template")
    assert shipped("workbooks", inside) == inside / "shipped" / "workbooks"
    assert shipped("template", inside) == inside / "template"


def test_a_checkout_finds_what_lies_beside_the_package(tmp_path: Path) -> None:
    inside = package(tmp_path, "quadrantlib/template", "workbooks")
    (tmp_path / "pyproject.toml").touch()
    assert shipped("workbooks", inside) == tmp_path / "workbooks"
    assert shipped("template", inside) == inside / "template"


def test_a_checkout_wins_over_a_stale_copy_inside(tmp_path: Path) -> None:
    inside = package(tmp_path, "quadrantlib/shipped/workbooks", "workbooks")
    (tmp_path / "pyproject.toml").touch()
    assert shipped("workbooks", inside) == tmp_path / "workbooks"


def test_a_stranger_s_folder_beside_an_installed_package_is_not_ours(tmp_path: Path) -> None:
    inside = package(tmp_path, "quadrantlib/shipped/workbooks", "workbooks")
    assert shipped("workbooks", inside) == inside / "shipped" / "workbooks"


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="The workbook came without its data"):
        shipped("data", package(tmp_path, "quadrantlib"))


def test_the_template_s_tokens_are_those_of_the_pictures() -> None:
    tokens = shipped("template") / "voila" / "templates" / "quadrant" / "tokens.css"
    assert tokens.read_text(encoding="utf-8") == css_variables()


def test_the_workbooks_and_the_template_are_really_there() -> None:
    assert list(shipped("workbooks").glob("*.ipynb"))
    assert (shipped("template") / "voila" / "templates" / "quadrant" / "conf.json").exists()
