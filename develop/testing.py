"""`make test` and `make test-all`: lint, then every test; ARGS goes to pytest."""

import os
import subprocess
import sys

from develop import chromium, lint, messages, running, static
from develop.environment import ROOT
from develop.stages import stage


def main(arguments: list[str]) -> int:
    command, *for_pytest = arguments
    os.environ["FOR_TESTS"] = "1"
    chromium.ensure()
    with stage("Translations", "compiling what changed in locale/"):
        messages.compile_changed()
    with stage("Database", running.where_the_database_is()):
        running.start_django()
        running.refuse_old_database()
    with stage("Static files", "collecting them in var/static"):
        static.collect_changed()
    lint_failed = lint.main([])
    tests_failed = run_tests(["--hypothesis-profile=thorough"] if command == "test-all" else [], for_pytest)
    if lint_failed:
        print("Lint failed: see above the tests.")
    return lint_failed or tests_failed


def run_tests(profile: list[str], arguments: list[str]) -> int:
    print(flush=True)
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-n", "2", *profile, *arguments],
        cwd=ROOT,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.DEVNULL,
        check=False,
    ).returncode
