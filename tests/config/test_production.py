"""What an administrator of servers gets: settings without warnings, and logs that machines read."""

import json
import os
import subprocess
import sys

from django.conf import settings

from config.middleware import without_key

PRODUCTION = {
    "ENVIRONMENT": "production",
    "SECRET_KEY": "w7!kd02-ZpqL9vXe4mRtYsB6uHnGcJf8aT3oQi5E1xNzVbWlKy",
    "ALLOWED_HOSTS": "leefwereld.waterrijk.example",
    "NUM_PROXIES": "1",
}


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env={name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")}
        | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_deploy_check_finds_nothing_in_production():
    result = run("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    assert result.returncode == 0, result.stderr
    assert "no issues" in result.stdout


def test_production_wants_a_secret_key():
    result = run("check", ENVIRONMENT="production")

    assert result.returncode != 0
    assert "SECRET_KEY" in result.stderr


def test_logs_are_json_on_standard_error_and_commands_keep_their_output():
    code = "import structlog; structlog.get_logger('x').info('told', who=1); print('output')"
    result = run("shell", "--verbosity", "0", "--command", code, **PRODUCTION)

    assert result.stdout == "output\n"
    line = json.loads(result.stderr.splitlines()[-1])
    assert (line["event"], line["who"], line["level"]) == ("told", 1, "info")


def test_a_link_to_choose_a_password_is_not_logged():
    assert without_key("/uitnodiging/abc_-123/") == "/uitnodiging/…/"
    assert without_key("/account/wachtwoord/nieuw/3f-cx1-abc/") == "/account/wachtwoord/nieuw/…/"
