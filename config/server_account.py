"""PostgreSQL refuses to run as root: then it gets an account of its own, and a way to its files."""

import os
import pwd
import shutil
import stat
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

NAME = "leefwereld-db"
OTHERS = stat.S_IROTH | stat.S_IXOTH
OTHERS = stat.S_IROTH | stat.S_IXOTH


@dataclass(frozen=True)
class Account:
    uid: int
    gid: int
    is_other: bool

    @property
    def process(self) -> dict[str, Any]:
        """Arguments for subprocess.run: as this account, its output kept, untouched by PG* variables."""
        who = {"user": self.uid, "group": self.gid, "extra_groups": []} if self.is_other else {}
        output = {
            "stdin": subprocess.DEVNULL,
            "stdout": subprocess.PIPE,
            "stderr": subprocess.STDOUT,
            "text": True,
        }
        return {**who, **output, "env": {"PATH": os.defpath, "LC_ALL": "C"}}


@cache
def account_for_server() -> Account:
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), is_other=False)
    entry = _entry(NAME) or _make(NAME) or pwd.getpwnam("nobody")
    return Account(entry.pw_uid, entry.pw_gid, is_other=True)


def let_pass(folder: Path) -> None:
    """Let others pass through (not list) the folders on the way to this one, itself included."""
    for step in (folder, *folder.parents):
        mode = step.stat().st_mode
        if not mode & stat.S_IXOTH:
            step.chmod(mode | stat.S_IXOTH)


def let_read(folder: Path) -> None:
    """Let others read and run what is in this folder, where it was installed under a strict umask."""
    if folder.stat().st_mode & OTHERS == OTHERS:
        return
    for path in (*folder.rglob("*"), folder):
        mode = path.stat().st_mode
        path.chmod(mode | stat.S_IROTH | (stat.S_IXOTH if mode & stat.S_IXUSR else 0))


def _entry(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def _make(name: str) -> pwd.struct_passwd | None:
    useradd = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin")
    if not useradd:
        return None
    command = [useradd, "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", name]
    subprocess.run(command, check=False, capture_output=True)
    return _entry(name)
