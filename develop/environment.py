"""The virtual environment in .venv: made once, filled from requirements.lock whenever that changed.

Runs on a bare Python 3.11: only the standard library here.
"""

import fcntl
import hashlib
import os
import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from develop.stages import Refused, stage

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "installed.sha256"


def ensure_home() -> None:
    """Package managers and Chromium keep things in HOME: where there is none, under var/."""
    if not os.environ.get("HOME"):
        home = VAR / "home"
        home.mkdir(parents=True, exist_ok=True)
        os.environ["HOME"] = str(home)


def is_current() -> bool:
    return STAMP.exists() and STAMP.read_text() == _fingerprint()


def is_active() -> bool:
    return Path(sys.prefix) == VENV


def prepare() -> None:
    VAR.mkdir(exist_ok=True)
    with (VAR / "install.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if is_current():
            return
        if not _works():
            with stage("Environment", f"making .venv with Python {sys.version.split()[0]}"):
                _make()
        with stage("Packages", "installing what requirements.lock names"):
            _install()
        STAMP.write_text(_fingerprint())


def _fingerprint() -> str:
    return hashlib.sha256(LOCK.read_bytes()).hexdigest()


def _works() -> bool:
    """Not when its making was cut short, or when the Python that made it is gone."""
    try:
        return (
            subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True, check=False).returncode
            == 0
        )
    except OSError:
        return False


def _make() -> None:
    if sys.version_info[:2] != (3, 11):
        raise Refused(f"Python 3.11 is needed, this is {sys.version.split()[0]}.")
    try:
        venv.create(VENV, clear=True, with_pip=True, symlinks=True)
    except (subprocess.CalledProcessError, ImportError) as error:
        raise Refused(
            "Python has no venv with pip: install it (Debian: apt install python3.11-venv)."
        ) from error


def _install() -> None:
    """With uv, which takes seconds; with pip, which takes a minute, where uv has no wheel."""
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input"]
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as only_uv:
        only_uv.write(_lines_of("uv"))
        only_uv.flush()
        has_uv = _succeeds([*pip, "install", "--quiet", "--require-hashes", "-r", only_uv.name])
    # As pip does: an organisation's own certificate authority is known to the system.
    uv = [VENV / "bin" / "uv", "pip", "install", "--quiet", "--system-certs", "--python", PYTHON]
    # Compiled once: where Python may not write what it compiled, every process would do it again.
    if has_uv and _succeeds([*uv, "--compile-bytecode", "--require-hashes", "-r", LOCK]):
        return
    result = subprocess.run([*pip, "install", "--quiet", "--require-hashes", "-r", LOCK], check=False)
    if result.returncode:
        raise Refused("The packages could not be installed: see above.")


def _lines_of(package: str) -> str:
    """The pinned version of one package in requirements.lock, with its hashes."""
    found = re.search(rf"^{package}==(?:.*\\\n)*.*\n", LOCK.read_text(), re.MULTILINE)
    return found.group() if found else ""


def _succeeds(command: list[str | Path]) -> bool:
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode == 0
    except OSError:
        return False
