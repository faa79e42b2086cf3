"""`make reset`: back to a fresh clone, but for the packages in .venv."""

import fcntl
import shutil
import sys

from develop import processes
from develop.environment import VAR
from develop.stages import Refused


def main(_arguments: list[str]) -> int:
    if not VAR.exists():
        print("There is nothing to remove.")
        return 0
    with processes.only_one("make reset"):
        processes.stop_leftover()
        refuse_used_database()
        if not agreed():
            print("Nothing was removed.")
            return 1
        shutil.rmtree(VAR)
    print("Removed. `make run` begins anew.")
    return 0


def refuse_used_database() -> None:
    for used in VAR.glob("**/postgres.users"):
        with used.open("a") as users:
            try:
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Refused("The embedded database is in use: end what uses it first.") from None


def agreed() -> bool:
    if not sys.stdin.isatty():
        raise Refused("This asks first: run it at a terminal.")
    print(
        "This removes var/: the embedded database with all that was typed in it, the demo accounts, pictures."
    )
    return input("Type yes to go on: ").strip() == "yes"
