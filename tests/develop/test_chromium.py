import os

import pytest

from develop import chromium
from develop.stages import Refused


@pytest.fixture(autouse=True)
def bare_machine(monkeypatch, tmp_path):
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def put(folder, name):
    program = folder / name
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    return str(program)


@pytest.mark.parametrize("name", ["chromium-headless-shell", "chromium", "chromium-browser"])
def test_a_chromium_that_is_there_is_used(bare_machine, name):
    path = put(bare_machine, name)

    chromium.ensure()

    assert os.environ["CHROMIUM"] == path


def test_the_chromium_without_a_window_goes_before_the_other(bare_machine):
    path = put(bare_machine, "chromium-headless-shell")
    put(bare_machine, "chromium")

    assert chromium.found() == path


def test_a_chromium_that_is_named_is_used(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/opt/chromium")

    chromium.ensure()

    assert os.environ["CHROMIUM"] == "/opt/chromium"


def test_who_is_not_root_is_told_what_to_install(bare_machine, monkeypatch):
    put(bare_machine, "apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    with pytest.raises(Refused, match="sudo apt install chromium"):
        chromium.ensure()


def test_root_gets_it_installed(bare_machine, monkeypatch):
    put(bare_machine, "apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    ran = []
    monkeypatch.setattr(
        chromium, "run_apt", lambda words: ran.append(words[0]) or put(bare_machine, "chromium")
    )

    chromium.ensure()

    assert ran == ["update", "install"]
    assert os.environ["CHROMIUM"].endswith("chromium")
