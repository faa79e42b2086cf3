"""`make bench`: how much slower the pages are than the same work done bare."""

import subprocess
import sys

from develop import running
from develop.environment import ROOT


def main(arguments: list[str]) -> int:
    running.prepare()
    return subprocess.run([sys.executable, "-m", "bench", *arguments[1:]], cwd=ROOT, check=False).returncode
