"""What every page knows: where one can go from here."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from searching.going import DESTINATIONS

# Lists that one reaches from a page of the menu, as their breadcrumbs say.
BELOW = {
    "touchpoints:touchpoint-list": (
        "departments:department-list",
        "shared-processes:process-list",
        "touchpoints:party-list",
        "touchpoints:product-list",
    ),
    "personas:interview-list": ("personas:finding-list",),
}


@dataclass(frozen=True)
class Destination:
    label: str
    url: str
    current: str  # what aria-current says: "page", "true" for a page below it, or empty


def destinations(path: str) -> list[Destination]:
    return [
        Destination(label, reverse(name), current(path, reverse(name), *map(reverse, BELOW.get(name, ()))))
        for name, label in DESTINATIONS
    ]


def current(path: str, url: str, *below: str) -> str:
    if path == url:
        return "page"
    return "true" if url != reverse("home") and path.startswith((url, *below)) else ""


def navigation(request: HttpRequest) -> dict:
    """The main navigation, for those who are signed in; only worked out where a page draws it."""
    return {"destinations": SimpleLazyObject(lambda: destinations(request.path))}
