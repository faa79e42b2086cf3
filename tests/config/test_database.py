from config.database import database_settings


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
