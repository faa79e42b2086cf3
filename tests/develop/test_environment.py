import os

from develop import environment


def test_uv_is_pinned_with_hashes_in_the_lock():
    lines = environment._lines_of("uv").splitlines()

    assert lines[0].startswith("uv==")
    assert all("--hash=sha256:" in line for line in lines[1:] if "# via" not in line)
    assert len(lines) > 1


def test_the_lock_names_no_registry():
    assert "http" not in environment.LOCK.read_text()


def test_without_a_home_there_is_one_under_var(tmp_path, monkeypatch):
    monkeypatch.setattr(environment, "VAR", tmp_path)
    monkeypatch.setenv("HOME", "")

    environment.ensure_home()

    assert os.environ["HOME"] == str(tmp_path / "home")
    assert (tmp_path / "home").is_dir()


def test_packages_are_installed_again_only_when_the_lock_changed(tmp_path, monkeypatch):
    lock, stamp = tmp_path / "requirements.lock", tmp_path / "stamp"
    monkeypatch.setattr(environment, "LOCK", lock)
    monkeypatch.setattr(environment, "STAMP", stamp)
    lock.write_text("a==1\n")
    assert not environment.is_current()

    stamp.write_text(environment._fingerprint())
    assert environment.is_current()

    lock.write_text("a==2\n")
    assert not environment.is_current()
