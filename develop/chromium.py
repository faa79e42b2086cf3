"""The browser that the browser tests and the pictures need."""

import os
import shutil
import subprocess

from develop.stages import Refused, stage

# The first is Chromium without a window; it opens a tab in a third of the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser")
INSTALL = ("install", "--yes", "--no-install-recommends")


def ensure() -> None:
    """Find or install Chromium; its path is in CHROMIUM afterwards."""
    if os.environ.get("CHROMIUM"):
        return
    if not found():
        install()
    os.environ["CHROMIUM"] = found()


def found() -> str:
    return next((path for name in NAMES if (path := shutil.which(name))), "")


def install() -> None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise Refused(
            "Chromium is missing, and the browser tests need it.\n"
            "Install it (Debian: sudo apt install chromium), or name one: CHROMIUM=/path make test"
        )
    with stage("Chromium", "installing it with apt"):
        run_apt("update")
        try:
            run_apt(*INSTALL, "chromium-headless-shell")
        except Refused:  # not every Debian has it
            run_apt(*INSTALL, "chromium")
    if not found():
        raise Refused("apt installed no Chromium: install one, or name it in CHROMIUM.")


def run_apt(*arguments: str) -> None:
    result = subprocess.run(
        ["apt-get", "--quiet", *arguments],
        env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if result.returncode:
        raise Refused(f"apt-get {arguments[0]} failed:\n{result.stdout}")
