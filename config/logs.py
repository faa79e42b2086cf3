"""How log lines look: JSON for a collector, or readable for a person."""

from typing import Any

import structlog

BEFORE = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.stdlib.PositionalArgumentsFormatter(),
    structlog.processors.StackInfoRenderer(),
]


def logging_settings(level: str, form: str) -> dict[str, Any]:
    """The LOGGING setting, to standard error; `form` is "json" or "console"."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *BEFORE,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": structlog.stdlib.ProcessorFormatter, **formatter(form)}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            # Django brings handlers of its own, and mails to ADMINS; each request is logged once, by us.
            "django": {"handlers": [], "propagate": True},
            "django.request": {"level": "CRITICAL"},
            "axes.apps": {"level": "WARNING"},
        },
    }


def formatter(form: str) -> dict[str, Any]:
    if form == "json":
        exceptions = [structlog.processors.format_exc_info]
        renderer: Any = structlog.processors.JSONRenderer(ensure_ascii=False)
    else:
        exceptions = []
        # The prettier ones print variables too, passwords among them.
        plain = structlog.dev.plain_traceback
        renderer = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=plain)
    remove = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    return {"foreign_pre_chain": BEFORE, "processors": [remove, *exceptions, renderer]}
