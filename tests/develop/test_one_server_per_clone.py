import json
import os
import socket
import subprocess
import sys

import psutil
import pytest

from develop import processes, running
from develop.stages import Refused


@pytest.fixture(autouse=True)
def var(tmp_path, monkeypatch):
    monkeypatch.setattr(processes, "VAR", tmp_path)
    monkeypatch.setattr(processes, "RUNNING", tmp_path / "running.json")
    monkeypatch.setattr(processes, "SERVER", tmp_path / "server.json")
    return tmp_path


def test_a_second_run_says_where_the_first_one_is():
    address = "http://127.0.0.1:8000"
    with processes.only_one(address), pytest.raises(Refused, match=address), processes.only_one("elsewhere"):
        pass


def test_a_run_after_another_ended_is_fine():
    with processes.only_one("one"):
        pass
    with processes.only_one("two"):
        assert json.loads(processes.RUNNING.read_text())["address"] == "two"


def test_a_taken_port_is_refused_with_advice():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(Refused, match=f"Port {port} is in use, try another: make run PORT="):
            processes.refuse_taken_port(port)


@pytest.mark.parametrize("text", ["0", "65536", "-1", "http", "80 80"])
def test_a_port_that_is_none_is_refused(monkeypatch, text):
    monkeypatch.setenv("PORT", text)

    with pytest.raises(Refused, match="from 1 to 65535"):
        running.port_asked()


def test_an_empty_port_is_the_usual_one(monkeypatch):
    monkeypatch.setenv("PORT", "")

    assert running.port_asked() == 8000


def test_a_server_that_was_left_behind_is_ended():
    left = subprocess.Popen(
        [sys.executable, "-c", "import time; time.sleep(60)"], cwd=processes.ROOT, start_new_session=True
    )
    processes.SERVER.write_text(json.dumps({"group": left.pid}))

    processes.stop_leftover()

    assert not psutil.pid_exists(left.pid)
    assert not processes.SERVER.exists()


def test_a_process_of_another_folder_is_left_alone(tmp_path):
    other = subprocess.Popen(
        [sys.executable, "-c", "import time; time.sleep(60)"], cwd=tmp_path, start_new_session=True
    )
    processes.SERVER.write_text(json.dumps({"group": os.getpgid(other.pid)}))

    processes.stop_leftover()

    assert other.poll() is None
    other.kill()
    other.wait()
