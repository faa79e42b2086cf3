"""How far improvements reach: the figures of each journey together, computed anew where a journey changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.core.cache import cache
from django.utils.translation import gettext as _

from improvements.models import Improvement
from journeys.analysis import Analysis
from journeys.models import Journey
from journeys.querysets import JourneyQuerySet
from journeys.small import SmallJourney
from organisations.models import Organisation

FOCUSED, DRIVEN = "focused", "driven"


@dataclass(frozen=True, slots=True)
class Reaches:
    """By the number of an improvement; `open_pains`: that none addresses, of which `open_blind_pains` are
    out of sight."""

    by_number: Mapping[int, str | None]
    focused: int
    driven: int
    unknown: int
    open_pains: int
    open_blind_pains: int

    @property
    def lean(self) -> str:
        """To which side the plan leans, in words; nothing where there is no plan yet."""
        if not self.focused and not self.driven:
            return ""
        if self.focused == self.driven:
            return _("the plan is in balance")
        if self.focused > self.driven:
            return _("the plan leans towards our own counter")
        return _("the plan looks past our own counter")

    def numbers(self, reach: str) -> list[int]:
        return [number for number, found in self.by_number.items() if found == reach]


def reaches_in(organisation: Organisation) -> Reaches:
    """Over all journeys: driven from one of them is driven."""
    seen = repr(list(organisation.journeys.order_by("pk").values_list("pk", "version")))
    key = f"reaches/{organisation.pk}/{organisation.version}/{sha256(seen.encode()).hexdigest()}"
    return cache.get_or_set(key, lambda: _over(organisation.journeys.all(), organisation))


def reaches_of(journey: Journey, organisation: Organisation) -> Reaches:
    """As the figures of this one journey have it."""
    return _over(organisation.journeys.filter(pk=journey.pk), organisation)


def reaches_on_route(whole: Journey, analysis: Analysis) -> Reaches:
    """Of one journey loaded `whole()`, as the situations chosen in its `analysis` show it."""
    listed = list(zip(whole.all_improvements(), analysis.improvements, strict=True))
    standing = [item.reach for _improvement, item in listed if not item.dropped]
    blind = [pain.blind for pain in analysis.pains if pain.open]
    return _counted(
        {improvement.pk: item.reach for improvement, item in listed}, standing, len(blind), sum(blind)
    )


def reach_of(improvement: Improvement, organisation: Organisation) -> str | None:
    """From all pains that it addresses, in whatever journey."""
    served = Journey.objects.filter(phases__steps__pains__addressed_pains__improvement=improvement)
    numbers = {improvement.journey_id, *served.values_list("pk", flat=True)}
    found = _over(organisation.journeys.filter(pk__in=numbers), organisation)
    return found.by_number.get(improvement.pk)


def _over(journeys: JourneyQuerySet, organisation: Organisation) -> Reaches:
    return _together(journeys.in_small(organisation.version))


def _together(journeys: Sequence[SmallJourney]) -> Reaches:
    by_number: dict[int, str | None] = {}
    dropped = set()
    for small in journeys:
        for number, reach, is_dropped, _status in small.reaches:
            if by_number.get(number) != DRIVEN:
                by_number[number] = reach or by_number.get(number)
            if is_dropped:
                dropped.add(number)
    # What hurts in a desired journey does not hurt yet; alone it is looked at by itself.
    current = [small for small in journeys if small.kind == Journey.Kind.AS_IS] or journeys
    counted = [reach for number, reach in by_number.items() if number not in dropped]
    open_pains = sum(small.open_pains for small in current)
    return _counted(by_number, counted, open_pains, sum(small.open_blind_pains for small in current))


def _counted(
    by_number: Mapping[int, str | None], counted: Sequence[str | None], open_pains: int, blind: int
) -> Reaches:
    """`counted`: the reaches that are in the balance; `blind`: how many open pains are out of sight."""
    return Reaches(
        by_number=by_number,
        focused=counted.count(FOCUSED),
        driven=counted.count(DRIVEN),
        unknown=counted.count(None),
        open_pains=open_pains,
        open_blind_pains=blind,
    )
