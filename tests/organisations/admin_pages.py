"""Addresses and forms of the administration."""

from django.db import models
from django.urls import reverse


def address(model: type[models.Model], page: str, *args: int) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def no_rows(*prefixes: str) -> dict[str, str]:
    """What a page sends about the rows in it where there are none."""
    return {f"{prefix}-{name}": "0" for prefix in prefixes for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
