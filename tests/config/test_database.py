from config.database import VAR, database_settings, embedded_server


def test_the_database_that_is_named_is_used(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://someone:secret@db.example:5433/journeys")

    settings = database_settings()

    assert settings["ENGINE"] == "django.db.backends.postgresql"
    assert (settings["HOST"], settings["PORT"], settings["NAME"]) == ("db.example", 5433, "journeys")
    assert (settings["USER"], settings["PASSWORD"]) == ("someone", "secret")


def test_a_second_run_of_the_tests_has_a_database_of_its_own(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres:///x")
    monkeypatch.delenv("TEST_DATABASE_SUFFIX", raising=False)
    assert database_settings()["TEST"]["NAME"] == "test_leefwereld"

    monkeypatch.setenv("TEST_DATABASE_SUFFIX", "again")
    assert database_settings()["TEST"]["NAME"] == "test_leefwereld_again"


def test_the_tests_have_a_server_of_their_own(monkeypatch):
    monkeypatch.delenv("FOR_TESTS")
    assert embedded_server().var == VAR
    assert "fsync=off" not in embedded_server().options

    monkeypatch.setenv("FOR_TESTS", "1")
    assert embedded_server().var == VAR / "tests"
    assert "fsync=off" in embedded_server().options
