"""The embedded server is shared, stops with its last user, and comes back after a crash."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import psutil
import psycopg2
import pytest

from config.embedded_postgres import CARELESS, LONGEST_SOCKET_PATH, EmbeddedPostgres, ServerFailed

ROOT = Path(__file__).resolve().parent.parent.parent
USER = """
import sys
from pathlib import Path
from config.embedded_postgres import EmbeddedPostgres
EmbeddedPostgres(Path(sys.argv[1])).attach()
print("attached", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def var():
    # Not tmp_path: that of root is closed to the server's own account, and opened up by none but us.
    with tempfile.TemporaryDirectory(prefix="leefwereld-test-") as folder:
        yield Path(folder) / "var"


@pytest.fixture
def attach(var):
    """Start a process that uses the server until its standard input is closed."""
    started = []

    def start() -> subprocess.Popen:
        user = subprocess.Popen(
            [sys.executable, "-c", USER, str(var)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(user)
        assert user.stdout.readline() == "attached\n"
        return user

    yield start
    for user in started:
        user.communicate(timeout=30)
    if is_running(var):
        # Whoever was last was killed: be the last once more.
        start().communicate(timeout=30)


def leave(user: subprocess.Popen) -> None:
    user.communicate(timeout=30)


def server_process(var: Path) -> int:
    return int((var / "postgres" / "postmaster.pid").read_text().split("\n")[0])


def is_running(var: Path) -> bool:
    return (var / "postgres" / "postmaster.pid").exists() and psutil.pid_exists(server_process(var))


def databases(var: Path) -> list[str]:
    folder = str(EmbeddedPostgres(var).socket_folder)
    connection = psycopg2.connect(host=folder, user="leefwereld", dbname="leefwereld")
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database ORDER BY 1")
        names = [name for (name,) in cursor.fetchall()]
    connection.close()
    return names


def test_the_last_one_to_leave_stops_the_server(var, attach):
    first, second = attach(), attach()
    assert "leefwereld" in databases(var)

    leave(first)
    assert "leefwereld" in databases(var)

    leave(second)
    assert not is_running(var)


def test_it_comes_back_after_all_was_killed(var, attach):
    user = attach()
    server = server_process(var)
    user.kill()
    user.wait()
    os.kill(server, signal.SIGKILL)

    leave(attach())

    assert not is_running(var)


def test_a_killed_user_does_not_keep_the_server_alive(var, attach):
    user = attach()
    user.kill()
    user.wait()

    leave(attach())

    assert not is_running(var)


def test_an_initialisation_that_was_cut_short_is_done_again(var, attach):
    (var / "postgres.unfinished").mkdir(parents=True)
    (var / "postgres.unfinished" / "PG_VERSION").write_text("18\n")

    attach()

    assert "leefwereld" in databases(var)


def test_a_deep_folder_has_its_socket_elsewhere(var, attach):
    deep = var.parent / ("deep" * 30) / "var"
    deep.parent.mkdir()
    user = subprocess.run([sys.executable, "-c", USER, str(deep)], cwd=ROOT, input="", text=True, check=True)
    server = EmbeddedPostgres(deep)

    assert user.returncode == 0
    assert len(str(server.socket_folder / ".s.PGSQL.5432")) <= LONGEST_SOCKET_PATH
    server.socket_folder.rmdir()


def test_only_the_server_and_root_reach_the_socket(var, attach):
    attach()

    assert (var / "socket").stat().st_mode & 0o077 == 0


def test_data_of_another_version_is_refused(var, attach):
    leave(attach())
    (var / "postgres" / "PG_VERSION").write_text("16\n")

    with pytest.raises(ServerFailed, match="made by PostgreSQL 16"):
        EmbeddedPostgres(var).attach()


def test_a_server_for_tests_need_not_wait_for_the_disk(var):
    server = EmbeddedPostgres(var, CARELESS, may_set=("session_replication_role",))
    server.attach()
    try:
        connection = psycopg2.connect(host=str(server.socket_folder), user="leefwereld", dbname="leefwereld")
        with connection, connection.cursor() as cursor:
            cursor.execute("SHOW fsync")
            assert cursor.fetchone() == ("off",)
            cursor.execute("SET session_replication_role = replica")
        connection.close()
    finally:
        server.detach()
