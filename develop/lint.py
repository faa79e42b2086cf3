"""`make lint`: the checks that read the code, each with a name and what it found."""

import os
import subprocess
import sys
from collections.abc import Callable

from develop import ceilings, markup, messages
from develop.environment import ROOT, VENV
from develop.stages import stage

BIN = VENV / "bin"


def main(_arguments: list[str]) -> int:
    found = [failure for failure in (check(*row) for row in checks()) if failure]
    for failure in found:
        print(f"\n{failure}")
    print("\nLint: " + (f"{len(found)} of {len(checks())} checks failed." if found else "all checks passed."))
    return 1 if found else 0


def checks() -> list[tuple[str, Callable[[], str]]]:
    return [
        ("Python", command(BIN / "ruff", "check", "--quiet", "--output-format", "concise", ".")),
        ("Format", command(BIN / "ruff", "format", "--check", "--quiet", ".")),
        ("Templates", command(BIN / "djade", "--check", "--target-version", "5.2", *templates())),
        ("Markup", lambda: "\n".join(markup.problems())),
        ("Imports", command(BIN / "lint-imports", "--no-cache")),
        ("Migrations", command(sys.executable, "manage.py", "makemigrations", "--check", "--dry-run")),
        ("Translations", lambda: "\n".join(messages.problems())),
        ("Length", lambda: "\n".join(ceilings.problems())),
    ]


def check(name: str, run: Callable[[], str]) -> str:
    with stage("Lint", name.lower()):
        found = run()
    return f"{name}:\n{found}" if found else ""


def command(*words: object) -> Callable[[], str]:
    """A check that is a program: what it printed, where it failed."""

    def run() -> str:
        result = subprocess.run(
            [str(word) for word in words],
            cwd=ROOT,
            env=os.environ | {"NO_COLOR": "1"},
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        return (result.stdout.strip() or f"exit code {result.returncode}") if result.returncode else ""

    return run


def templates() -> list[str]:
    return [str(path.relative_to(ROOT)) for path in sorted(ROOT.glob("templates/**/*.html"))]
