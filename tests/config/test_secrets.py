"""A clone without a secret key makes one of its own."""

from config.secrets import own_secret_key


def test_the_key_is_made_once_and_kept(tmp_path):
    assert own_secret_key(tmp_path) == own_secret_key(tmp_path)


def test_two_clones_have_different_keys(tmp_path):
    assert own_secret_key(tmp_path / "one") != own_secret_key(tmp_path / "two")


def test_nobody_else_may_read_it(tmp_path):
    own_secret_key(tmp_path)

    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600
