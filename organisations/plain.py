"""Words as people look for them: whatever their case and accents."""

import unicodedata
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.lookups import PatternLookup

# What NFD sets beside a letter: è is e with U+0300.
ACCENTS = "[\\u0300-\\u036f]"


def plain(text: str) -> str:
    """Without accents and capitals; static/js/lib/plain.js does the same in the browser."""
    return "".join(
        letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter)
    ).lower()


def without_accents(sql: str) -> str:
    """The same for an expression in SQL, but for its capitals; no extension is needed for it."""
    return f"regexp_replace(normalize({sql}, NFD), '{ACCENTS}', '', 'g')"


class Holds(PatternLookup):
    """`name__holds="creche"` finds “Crèche”; registered for all texts in apps.py."""

    lookup_name = "holds"

    def process_lhs(self, *args: Any, **kwargs: Any) -> tuple[str, Any]:
        sql, values = super().process_lhs(*args, **kwargs)
        return _plain(sql), values

    def get_rhs_op(self, connection: BaseDatabaseWrapper, rhs: str) -> str:
        return f"LIKE {_plain(rhs)}"


def _plain(sql: str) -> str:
    return f"lower({without_accents(f'({sql})::text')})"
