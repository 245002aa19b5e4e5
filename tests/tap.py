"""TAP for tests in Python: a line for each check, with its notes where it fails; plan() at the end."""
checks = []


def check(true, name, *notes):
    checks.append(true)
    print(f"{'ok' if true else 'not ok'} {len(checks)} - {name}", *(f"# {note}" for note in notes if not true), sep="\n", flush=True)


def plan(left_out=""):
    """left_out: what was not checked, and why."""
    if left_out:
        print(f"# without {left_out}")
    print(f"1..{len(checks)}")
