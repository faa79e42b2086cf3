"""The leerroute: its lessons, the papers, and what a journey asks still."""

from collections.abc import Callable

from django.urls import reverse

from learning.lessons import LESSONS
from learning.papers import PAPERS
from shots.states import press
from shots.where import JOURNEY, SHORT_MAP, Page, first, row, url

ROUTE = url("learning:route")


def on_paper(slug: str) -> Callable[[], str]:
    """Filled in from the first journey."""
    return lambda: reverse("learning:paper", args=[row(JOURNEY).pk, slug])


LEARNING = [
    Page("leerroute", ROUTE),
    Page("leerroute-as-viewer", ROUTE, who="viewer"),
    Page("leerroute-empty", ROUTE, who="newcomer"),
    Page("leerroute-beside", ROUTE, who="busy", state=press("main .choice-form button")),
    Page("leerroute-team", url("learning:team"), who="facilitator"),
    Page("terms", url("learning:glossary")),
    *[Page(f"lesson-{one.number}", url("learning:lesson", one.slug)) for one in LESSONS],
    Page("lesson-hint", url("learning:lesson", "kaart"), state=press(".hint")),
    Page("lesson-as-newcomer", url("learning:lesson", "klantgedreven"), who="newcomer"),
    Page("missing", first(JOURNEY, "learning:missing")),
    Page("missing-as-viewer", first(JOURNEY, "learning:missing"), who="viewer"),
    Page("missing-bare", lambda: f"{SHORT_MAP()}wat-ontbreekt/", who="busy"),
    *[Page(f"paper-{one.slug}", on_paper(one.slug)) for one in PAPERS],
]
