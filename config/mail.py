"""How mail goes out: through the server that EMAIL_* names, or else to the console."""

from typing import Any

import environ

SMTP = "django.core.mail.backends.smtp.EmailBackend"


def site_url(env: environ.Env, *, is_https: bool, hosts: list[str]) -> str:
    """Where links in mail lead that no request is behind: SITE_URL, or else the first host."""
    host = next((name for name in hosts if "*" not in name and not name.startswith(".")), "localhost")
    default = f"https://{host}" if is_https else f"http://{host}:{env.str('PORT', default='8000') or '8000'}"
    return env.str("SITE_URL", default=default).rstrip("/")


def mail_settings(env: environ.Env) -> dict[str, Any]:
    """From EMAIL_URL, or from EMAIL_HOST and its companions under the names of Django."""
    if not env.str("EMAIL_HOST", default=""):
        return env.email_url("EMAIL_URL", default="consolemail://")
    return {
        "EMAIL_BACKEND": SMTP,
        "EMAIL_HOST": env.str("EMAIL_HOST"),
        "EMAIL_PORT": env.int("EMAIL_PORT", default=25),
        "EMAIL_HOST_USER": env.str("EMAIL_HOST_USER", default=""),
        "EMAIL_HOST_PASSWORD": env.str("EMAIL_HOST_PASSWORD", default=""),
        "EMAIL_USE_TLS": env.bool("EMAIL_USE_TLS", default=False),
        "EMAIL_USE_SSL": env.bool("EMAIL_USE_SSL", default=False),
    }
