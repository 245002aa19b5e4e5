"""`leitai show` shows an article with everything in it marked, in the terminal or as a page."""
import subprocess
import sys


def show(*arguments):
    run = subprocess.run([sys.executable, "-m", "leitai.command", "show", *map(str, arguments)], capture_output=True, text=True)
    return run.returncode, run.stdout, run.stderr


def test_terminal(pages):
    code, said, _ = show(pages / "robotaxi.txt")
    assert code == 0 and "\033[" in said and "文远知行" in said and "無(wú)" not in said


def test_page(pages):
    code, said, _ = show(pages / "video-models.txt", "--html")
    assert code == 0 and said.lstrip().startswith("<!DOCTYPE html>") and "</html>" in said


def test_first_row_of_many(tmp_path):
    (tmp_path / "a.csv").write_text("id,text\n1,阿里巴巴发布了通义千问。\n2,乙\n")
    assert "通义千问" in show(tmp_path / "a.csv")[1]


def test_what_is_not_there(tmp_path):
    (tmp_path / "empty.csv").write_text("id,text\n")
    assert show(tmp_path / "empty.csv") == (1, "", f"leitai: {tmp_path / 'empty.csv'}: no article in it\n")
    assert show(tmp_path / "none.txt") == (1, "", f"leitai: {tmp_path / 'none.txt'}: No such file or directory\n")


def test_reader_that_stops(pages):
    command = f"{sys.executable} -m leitai.command show {pages / 'robotaxi.txt'} --html | head -1"
    run = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert run.stdout.startswith("<!DOCTYPE") and run.stderr == ""
