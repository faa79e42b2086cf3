"""The lenses of a journey, in the order of their tabs: a new one is a line here and a fragment to draw it."""

import re
from urllib.parse import urlsplit

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from journeys.behind_counter.lens import behind_the_counter
from journeys.grouped_pains import GROUPING, ONLY, grouped_pains
from journeys.in_time import OWN, in_time
from journeys.insights import insights
from journeys.looking import STEP, Lens, Look
from journeys.models import Journey
from journeys.table.lens import table
from journeys.table.view import OWN as TABLE_OWN
from organisations.listing import number_in

MAP = Lens("journey-map", "", _("Map"), "map")
LENSES = (
    MAP,
    Lens(
        "in-time",
        "op-tijd",
        _("In time"),
        "clock",
        "journeys/lenses/_in_time.html",
        in_time,
        own=OWN,
        scripts=("js/in-time.js", "js/in-time-feeling.js"),
        styles=("css/pages/in-time.css", "css/pages/in-time-moment.css"),
    ),
    Lens(
        "table",
        "tabel",
        _("Table"),
        "table",
        "journeys/lenses/_table.html",
        table,
        own=TABLE_OWN,
        scripts=("js/table.js", "js/table-editing.js", "js/table-clipboard.js"),
        styles=("css/pages/table.css", "css/pages/table-around.css"),
        changed="journeys/lenses/_table_changed.html",
        kept=True,
    ),
    Lens(
        "outline",
        "lijst",
        _("Outline"),
        "list",
        "journeys/lenses/_outline.html",
        styles=("css/pages/outline.css",),
    ),
    Lens(
        "behind-the-counter",
        "achter-de-balie",
        _("Behind the counter"),
        "building-2",
        "journeys/lenses/_behind_the_counter.html",
        behind_the_counter,
        styles=(
            "css/pages/swimlanes.css",
            "css/pages/swimlane-lines.css",
            "css/pages/swimlanes-around.css",
            "css/pages/true-time.css",
        ),
        apart=("processes",),
    ),
    Lens(
        "pains",
        "knelpunten",
        _("Pains"),
        "triangle-alert",
        "journeys/lenses/_pains.html",
        grouped_pains,
        own=(GROUPING, ONLY),
        styles=("css/pages/pains.css",),
    ),
    Lens(
        "insights",
        "inzichten",
        _("Insights"),
        "chart-column",
        "journeys/lenses/_insights.html",
        insights,
        styles=("css/pages/insights.css", "css/pages/missing.css"),
    ),
)
BY_SLUG = {lens.slug: lens for lens in LENSES}
BESIDE_THE_MAP = re.compile(r"stappen/(\d{1,18})/")


def look_of(request: HttpRequest, journey: Journey) -> Look:
    """By the address that is asked for, or else by that of the page that an htmx request comes from."""
    url = journey.get_absolute_url()
    asked = look_at(url, request.path, request.GET) if request.method in ("GET", "HEAD") else None
    on_screen = urlsplit((request.htmx and request.htmx.current_url) or "")
    return asked or look_at(url, on_screen.path, QueryDict(on_screen.query)) or Look(url, MAP, QueryDict())


def look_at(url: str, path: str, said: QueryDict) -> Look | None:
    """None where it is no address of a lens, nor of a step beside the map."""
    rest = path.removeprefix(url) if path.startswith(url) else None
    if rest and (beside := BESIDE_THE_MAP.fullmatch(rest)):
        return Look(url, MAP, said, int(beside[1]))
    lens = next((lens for lens in LENSES if lens.path == rest), None)
    return lens and Look(url, lens, said, number_in(said.get(STEP, "")) if lens is not MAP else None)


def last_used(slug: str) -> Lens:
    """The lens that someone used last, by what was remembered of it."""
    return BY_SLUG.get(slug, MAP)
