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


@pytest.mark.parametrize("offered", ["chromium-headless-shell", "chromium"])
def test_root_gets_what_this_debian_offers_the_quick_one_first(bare_machine, monkeypatch, offered):
    put(bare_machine, "apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    ran = []

    def run_apt(*words):
        ran.append((words[0], words[-1]))
        if words[0] == "install":
            if words[-1] != offered:
                raise Refused("no such package")
            put(bare_machine, offered)

    monkeypatch.setattr(chromium, "run_apt", run_apt)

    chromium.ensure()

    assert ran[:2] == [("update", "update"), ("install", "chromium-headless-shell")]
    assert os.environ["CHROMIUM"] == str(bare_machine / offered)
