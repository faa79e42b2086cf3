"""`make bench`: how much slower the pages are than the same work done bare."""

import subprocess
import sys

from develop import messages, running, static
from develop.environment import ROOT


def main(arguments: list[str]) -> int:
    messages.compile_changed()
    running.start_django()
    static.collect_changed()
    return subprocess.run([sys.executable, "-m", "bench", *arguments[1:]], cwd=ROOT, check=False).returncode
