"""What a saved view holds: made of how someone looks now, and opened as far as it still exists."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from journeys.in_time import OWN as IN_TIME
from journeys.lane_choice import ALL, NAMES
from journeys.lane_choice import PARAMETER as LANES
from journeys.lenses import BY_SLUG, MAP, look_at
from journeys.looking import DIFFERENCE, SITUATION, Look
from journeys.models import Journey, SavedView

LONGEST = SavedView._meta.get_field("query").max_length


@dataclass(frozen=True, slots=True)
class Opened:
    """`address`: where it leads now; `missing`: what it had and this journey hasn't any more, in words."""

    address: str
    missing: tuple[str, ...]


def look_of_address(journey: Journey, address: str) -> Look:
    """How an address looks at this journey; any other address is its map."""
    parts = urlsplit(address if address.startswith("/") else "")
    url = journey.get_absolute_url()
    return look_at(url, parts.path, QueryDict(parts.query)) or Look(url, MAP, QueryDict())


def kept(look: Look, hidden: Collection[str]) -> tuple[str, str]:
    """The lens and the settings to keep, with the lanes that show by name."""
    shown = [lane for lane in NAMES if lane not in hidden] if hidden else [ALL]
    query = urlsplit(look.address(**{LANES: shown or [""]})).query
    return look.lens.slug, query[:LONGEST]


def numbers_of(names: Collection[str], journey: Journey) -> dict[str, int]:
    """The situations of these names, as a saved view holds them."""
    return dict(journey.life_event.situations.filter(name__in=names).values_list("name", "pk"))


def said_now(view: SavedView, known: Mapping[int, str]) -> tuple[QueryDict, list[str]]:
    """Its settings with the situations by their names of now, and the names of those that are gone.

    `known`: the names of the situations of the life event, by number.
    """
    said = QueryDict(view.query, mutable=True)
    names = {name: known.get(view.situations.get(name), name) for name in said.getlist(SITUATION)}
    said.setlist(SITUATION, [name for name in names.values() if name in known.values()])
    return said, [then for then, now in names.items() if now not in known.values()]


def situations_by_number(journey: Journey) -> dict[int, str]:
    return dict(journey.life_event.situations.values_list("pk", "name"))


def opened(view: SavedView, journey: Journey) -> Opened:
    """Without what is gone: instead of a lens the map, and no situation that is no more."""
    lens = BY_SLUG.get(view.lens)
    said, gone = said_now(view, situations_by_number(journey))
    missing = [
        _("The situation “%(name)s” is no longer there, so you see the steps of everyone.") % {"name": name}
        if not said.getlist(SITUATION)
        else _("The situation “%(name)s” is no longer there.") % {"name": name}
        for name in gone
    ]
    if lens is None:
        missing.append(_("The way of looking that this view used is no longer there: this is the map."))
    if not said.getlist(SITUATION):
        del said[SITUATION]
    return Opened(Look(journey.get_absolute_url(), lens or MAP, said).address(), tuple(missing))


def view_in_words(view: SavedView, known: Mapping[int, str]) -> str:
    said, gone = said_now(view, known)
    said.setlist(SITUATION, [*said.getlist(SITUATION), *gone])
    return in_words(view.lens, said)


def in_words(lens: str, said: QueryDict) -> str:
    """What it shows, in short: the lens, the situation, the lanes that are hidden."""
    words = [str(BY_SLUG.get(lens, MAP).label)]
    words += said.getlist(SITUATION)
    lanes = said.getlist(LANES)
    hidden = 0 if ALL in lanes else sum(lane not in lanes for lane in NAMES)
    if hidden:
        words.append(ngettext("%(count)s lane hidden", "%(count)s lanes hidden", hidden) % {"count": hidden})
    own = {name for name in BY_SLUG.get(lens, MAP).own if said.get(name)}
    if own.intersection(IN_TIME):
        words.append(_("zoomed in"))
    if own.difference(IN_TIME) or said.get(DIFFERENCE):
        words.append(_("filtered or arranged"))
    return " · ".join(words)
