"""`python -m develop <command>`: sets up .venv with any Python 3.11, and runs the command in it."""

import importlib
import os
import signal
import sys

from develop import environment
from develop.stages import Refused

COMMANDS = {
    "run": ("develop.running", "start Leefwereld on http://127.0.0.1:8000 (PORT= changes it)"),
    "test": ("develop.testing", "lint and every test, browser tests included"),
    "test-all": ("develop.testing", "the same, with far more generated examples"),
    "lint": ("develop.lint", "only the checks that read the code"),
    "shots": ("develop.shots", "pictures of every page in var/shots"),
    "bench": ("develop.bench", "measure the slowest pages against a bare floor"),
    "messages": ("develop.messages", "collect the texts to translate in locale/, and compile them"),
    "reset": ("develop.reset", "remove the database and all else that was made (asks first)"),
}


def main(arguments: list[str]) -> int:
    command = arguments[0] if arguments else "help"
    if command not in COMMANDS:
        return usage(known=command == "help")
    environment.ensure_home()
    if not environment.is_current():
        environment.prepare()
    if not environment.is_active():
        os.execv(environment.PYTHON, [str(environment.PYTHON), "-m", "develop", *arguments])  # noqa: S606
    return importlib.import_module(COMMANDS[command][0]).main(arguments)


def usage(known: bool) -> int:
    for command, (_, meaning) in COMMANDS.items():
        print(f"make {command:<9} {meaning}")
    return 0 if known else 2


def end(number: int, _frame: object) -> None:
    """Leave by the ordinary way, so that the embedded database is stopped too."""
    sys.exit(128 + number)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGHUP, end)
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        print("\nStopped.")
        sys.exit(130)
    except Refused as reason:
        print(f"\n{reason}", file=sys.stderr)
        sys.exit(1)
