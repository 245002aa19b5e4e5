from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def pages() -> Path:
    """The folder of our articles."""
    return ROOT / "fixtures"


@pytest.fixture
def archive(tmp_path, pages) -> Path:
    """A database with our articles."""
    from leitai import command

    database = tmp_path / "archive.db"
    command.add(str(database), sorted(str(p) for p in pages.glob("*.txt") if ".clean." not in p.name and ".big5." not in p.name))
    return database
