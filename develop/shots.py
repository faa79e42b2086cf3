"""`make shots`: pictures of every page and state."""

import subprocess
import sys

from develop import chromium, messages
from develop.environment import ROOT


def main(arguments: list[str]) -> int:
    chromium.ensure()
    messages.compile_changed()
    return subprocess.run([sys.executable, "-m", "shots", *arguments[1:]], cwd=ROOT, check=False).returncode
