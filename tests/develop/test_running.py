from types import SimpleNamespace

import pytest
from django.db import connections

from develop import reset, running
from develop.stages import Refused


@pytest.mark.parametrize(("version", "refused"), [(140009, True), (150000, False), (180004, False)])
def test_a_database_before_fifteen_is_refused(monkeypatch, version, refused):
    monkeypatch.setattr(connections["default"], "connection", SimpleNamespace(server_version=version))

    if refused:
        with pytest.raises(Refused, match="PostgreSQL 14: 15 or newer is needed"):
            running.refuse_old_database()
    else:
        running.refuse_old_database()


def test_it_says_which_database_it_uses(monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert "embedded PostgreSQL" in running.where_the_database_is()

    monkeypatch.setenv("DATABASE_URL", "postgres://x")
    assert "DATABASE_URL" in running.where_the_database_is()


def test_reset_does_nothing_where_nobody_can_answer(tmp_path, monkeypatch):
    monkeypatch.setattr(reset, "VAR", tmp_path)
    monkeypatch.setattr("develop.processes.VAR", tmp_path)
    monkeypatch.setattr("develop.processes.RUNNING", tmp_path / "running.json")
    monkeypatch.setattr("develop.processes.SERVER", tmp_path / "server.json")
    (tmp_path / "kept").touch()

    with pytest.raises(Refused, match="asks first"):
        reset.main([])

    assert (tmp_path / "kept").exists()
