"""Lists that can be searched and paged, by what the address says."""

from collections.abc import Sequence

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

ROWS = 50
LONGEST_SEARCH = 200


def searched(request: HttpRequest) -> str:
    """What the person is looking for; PostgreSQL knows no NUL in a text."""
    return request.GET.get("zoek", "").replace("\x00", "").strip()[:LONGEST_SEARCH]


def chosen(request: HttpRequest, name: str) -> int | None:
    """The number in the address, None where it is no number."""
    return number_in(request.GET.get(name, ""))


def number_in(text: str) -> int | None:
    """The number that a text says; None where it is none, or larger than any row has."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def listing(request: HttpRequest, rows: QuerySet | Sequence, size: int = ROWS) -> dict:
    """What `list_page.html` draws: a page that doesn't exist is the nearest one that does."""
    page = Paginator(rows, size).get_page(request.GET.get("pagina"))
    return {
        "page": page,
        "numbers": list(page.paginator.get_elided_page_range(page.number)),
        "query": searched(request),
    }
