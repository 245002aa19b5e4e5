"""The examples run, and show what the articles say."""
import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def run(name, *arguments):
    done = subprocess.run([sys.executable, EXAMPLES / name, *arguments], capture_output=True, text=True)
    assert done.stderr == ""
    return done.stdout


def test_pandas(archive):
    said = run("in_pandas.py", archive).splitlines()
    assert said[2].split() == ["华为", "3", "5"]
    assert any(line.split()[-2:] == ["530亿元", "5.300000e+10"] for line in said)


def test_polars(archive):
    said = run("in_polars.py", archive)
    assert "│ 无人驾驶的三张考卷" in said
    assert '│ 优必选     ┆ ["Walker S"]' in said


def test_joins(archive):
    said = run("joins.py", archive)
    assert any(line.split() == ["semiconductors", "5", "11"] for line in said.splitlines())
    assert any(line.split() == ["2025-03-18", "优必选", "UBTech", "123.75", "135.00", "0.091"] for line in said.splitlines())
