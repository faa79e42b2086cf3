"""A journey that is followed: what has to be drawn again for who saw an earlier state of it."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, QueryDict
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from journeys import marks
from journeys.lane_choice import hidden_lanes
from journeys.lenses import MAP, look_of
from journeys.looking import SITUATION
from journeys.marks import version_in
from journeys.models import Change, Journey
from journeys.models.journey import CHANNEL
from journeys.redrawing import Seen, redrawn
from journeys.remembered import drawn_lately
from journeys.route import UnknownSituation
from journeys.views.journey_map import context_with
from journeys.views.panel import panel_after
from live.kinds import Gone, Kind, Topic, Update
from organisations.middleware import OrganisationRequest
from organisations.models import Membership
from organisations.triggers import CATALOGUE_CHANGED

NAME = "journey"
REMEMBERED = 60
TRIES = 3


@dataclass(frozen=True, slots=True)
class JourneyView:
    """All that decides how a journey looks. `path`, `said`: its address; `step`: the one in the panel."""

    path: str
    said: str
    step: int | None
    language: str
    role: str
    hidden: tuple[str, ...]

    @property
    def situations(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(QueryDict(self.said).getlist(SITUATION)))

    def request(self) -> HttpRequest:
        """As if nobody in particular asked for the page: what is drawn is for all who look like this."""
        request = asking(self.path, self.said)
        request.membership = Membership(role=self.role)
        request.COOKIES = {f"lanen-{request.user.pk}": ".".join(self.hidden)}
        return request


def asking(path: str, said: str) -> HttpRequest:
    request = HttpRequest()
    request.method, request.path, request.GET = "GET", path, QueryDict(said)
    request.user, request.htmx = AnonymousUser(), False
    return request


def view_of(request: OrganisationRequest, journey: Journey, path: str, said: str) -> JourneyView:
    """`path` and `said`: the address of the page on screen, before and behind its question mark."""
    page = asking(path, said)
    page.user, page.COOKIES = request.user, request.COOKIES
    look = look_of(page, journey)
    path, _mark, said = look.address().partition("?")
    if look.step and look.lens is MAP:
        path = f"{path}stappen/{look.step}/"
    elif look.step:
        said = f"{said}&stap={look.step}"
    return JourneyView(
        path, said, look.step, request.user.language, request.membership.role, hidden_lanes(page)
    )


def topic_of(journey: Journey) -> Topic:
    """Of a journey `with_twins()`."""
    twins = frozenset(int(twin.partition(".")[0]) for twin in journey.twins)
    return Topic(NAME, journey.pk, journey.organisation_id, twins)


_seen: OrderedDict[tuple, Seen] = OrderedDict()
_lock = Lock()


def draw(topic: Topic, view: JourneyView, since: str) -> Update:
    """What differs since then, as the lens shows it; all, where that state isn't known here any more."""
    with translation.override(view.language):
        now, seen = current(topic.number, view)
        if now == since:
            return Update(now)
        before = _remembered(topic.number, view, since)
        context = context_with(view.request(), seen.journey, seen.picture, list(view.situations))
        context["before"] = before
        context["panel"] = panel_after(None, before, context, "")
        context["panel_gone"] = context["panel"] is None and view.step is not None
        context["redrawn"] = redrawn(before, Seen(context["journey"], context["picture"]), "")
        lens = context["look"].lens
        if lens is not MAP:
            context |= lens.prepare(context)
        template = "journeys/journey_changed.html" if lens is MAP else "journeys/lens_changed.html"
        return Update(now, render_to_string(template, context), told_of(topic.number, since))


def current(number: int, view: JourneyView) -> tuple[str, Seen]:
    """The journey as it is now, with its mark. Raises `Gone`."""
    for _try in range(TRIES):
        before = mark_now(number)
        if known := _remembered(number, view, before):
            return before, known
        try:
            seen = Seen(*drawn_lately(number, view.situations))
        except (Journey.DoesNotExist, UnknownSituation) as error:
            raise Gone from error
        if before == mark_now(number) and seen.journey.version == version_in(before):
            _remember(number, view, before, seen)
            break
    return before, seen


def mark_now(number: int) -> str:
    """Raises `Gone`."""
    now = marks.mark_now(number)
    if now is None:
        raise Gone
    return now


def _remember(number: int, view: JourneyView, mark: str, seen: Seen) -> None:
    with _lock:
        _seen[number, view.situations, view.language, mark] = seen
        if len(_seen) > REMEMBERED:
            _seen.popitem(last=False)


def _remembered(number: int, view: JourneyView, mark: str) -> Seen | None:
    with _lock:
        return _seen.get((number, view.situations, view.language, mark))


def told_of(number: int, since: str) -> dict:
    """Who changed it since then, by number, and in words to read out."""
    version = version_in(since)
    if version is None:
        return {}
    changes = list(Change.objects.filter(journey=number, version__gt=version).select_related("user"))
    people = {change.user_id: str(change.user) for change in changes if change.user}
    who = get_text_list(list(people.values()), _("and"))
    said = _("%(who)s changed this journey.") % {"who": who} if who else _("This journey was changed.")
    return {"by": list(people), "said": said}


KIND = Kind(
    NAME,
    {
        CHANNEL: lambda told, topic: (
            topic.number in (told["journey"], told["based_on"]) or told["journey"] in topic.also
        ),
        CATALOGUE_CHANGED: lambda told, topic: told["organisation"] == topic.organisation,
    },
    draw,
)
