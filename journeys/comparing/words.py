"""A comparison in words: what each journey comes to, and where they part ways."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from journeys.analysis import StepFigures
from journeys.comparing.rows import Words
from journeys.comparing.travelled import Travelled
from journeys.figures import rounded
from journeys.moments import describe_days, describe_roughly

NAMED = 3  # contacts in one sentence


@dataclass(frozen=True, slots=True)
class Stands:
    """A journey in the table of figures. Empty is not known; `most`: the keys of figures where it stands
    out from the others as the highest."""

    out_of_sight: str
    share: str
    first_contact: str
    first_contact_step: int | None
    length: str
    pains: str
    open_pains: str
    lowest: str
    lowest_step: int | None
    most: frozenset[str]


Figure = Callable[[Travelled], Fraction | int | None]
FIGURES: dict[str, Figure] = {
    "out_of_sight": lambda journey: journey.analysis.sight.blind_days,
    "length": lambda journey: journey.analysis.span.length,
    "pains": lambda journey: len(journey.analysis.pains),
    "open_pains": lambda journey: sum(pain.open for pain in journey.analysis.pains),
}


def moment(step: StepFigures, anchor: str) -> str:
    """When a step happens; empty where nobody knows."""
    if step.time is None:
        return ""
    words = describe_roughly(rounded(step.time, 0), anchor)
    return _("about %(moment)s (estimated)") % {"moment": words} if step.estimated else words


def days(value: Fraction | None) -> str:
    return "" if value is None else describe_days(rounded(value, 0))


def whole_days(count: int) -> str:
    return ngettext("%(count)s day", "%(count)s days", count) % {"count": count}


def share(value: Fraction | None) -> str:
    return "" if value is None else f"{rounded(value * 100, 0)}%"


def words_in(journey: Travelled) -> Words:
    """What the drawing says at the blind span and at the first contact."""
    count = rounded(journey.analysis.sight.blind_days or Fraction(0), 0)
    blind = ngettext("%(days)s day out of sight", "%(days)s days out of sight", count) % {"days": count}
    if journey.first_contact is None:
        blind = _("%(blind)s: never in sight") % {"blind": blind}
    return Words(blind, whole_days(count), _("we come into view"))


def table_of(journeys: Sequence[Travelled]) -> list[Stands]:
    most = {name: _highest(figure, journeys) for name, figure in FIGURES.items()}
    return [
        _stands(journey, frozenset(name for name, which in most.items() if which == number))
        for number, journey in enumerate(journeys)
    ]


def _highest(figure: Figure, journeys: Sequence[Travelled]) -> int | None:
    """Which one is higher than all others; None where none is."""
    known = sorted(
        ((value, number) for number, one in enumerate(journeys) if (value := figure(one)) is not None),
        reverse=True,
    )
    return known[0][1] if len(known) > 1 and known[0][0] > known[1][0] else None


def _stands(journey: Travelled, most: frozenset[str]) -> Stands:
    analysis, first, lowest = journey.analysis, journey.first_contact, lowest_of(journey)
    blind = analysis.sight.blind_days
    return Stands(
        out_of_sight="" if blind is None else whole_days(rounded(blind, 0)),
        share=share(analysis.sight.blind_days_share),
        first_contact="" if first is None else first.step["title"],
        first_contact_step=None if first is None else journey.steps[first.index],
        length=days(analysis.span.length),
        pains=str(len(analysis.pains)),
        open_pains=str(sum(pain.open for pain in analysis.pains)),
        lowest="" if lowest is None else lowest.step["title"],
        lowest_step=None if lowest is None else journey.steps[lowest.index],
        most=most,
    )


def lowest_of(journey: Travelled) -> StepFigures | None:
    """The step of the lowest low point; the first of equals."""
    lows = [journey.analysis.steps[run[0]] for run in journey.analysis.low_points]
    return min(lows, key=lambda step: step.step["feeling"], default=None)


def says_in_words(journey: Travelled, stands: Stands) -> str:
    """The drawing, for who listens."""
    parts = [_("%(name)s: %(blind)s") % {"name": journey.name, "blind": words_in(journey).blind}]
    if stands.share:
        parts.append(_("%(share)s of the journey") % {"share": stands.share})
    if stands.first_contact:
        parts.append(_("first contact: %(step)s") % {"step": stands.first_contact})
    if stands.lowest:
        parts.append(_("lowest point: %(step)s") % {"step": stands.lowest})
    return "; ".join(parts)


def differences(journeys: Sequence[Travelled]) -> list[str]:
    """The main ones, each a sentence; none with a single journey."""
    if len(journeys) < 2:
        return []
    return [
        *_extremes(journeys, FIGURES["out_of_sight"], whole_days, _("Longest out of sight")),
        _first_contacts(journeys),
        *_extremes(journeys, FIGURES["pains"], _pains, _("Most pains")),
        *_own_contacts(journeys),
    ]


def _pains(count: int) -> str:
    return ngettext("%(count)s pain", "%(count)s pains", count) % {"count": count}


def _extremes(
    journeys: Sequence[Travelled], figure: Figure, told: Callable[[int], str], heading: str
) -> list[str]:
    known = [(value, one.name) for one in journeys if (value := figure(one)) is not None]
    if len(known) < 2:
        return []
    low, high = min(value for value, _name in known), max(value for value, _name in known)
    if low == high:
        return []
    words = {
        "heading": heading,
        "most": _names(known, high),
        "high": told(rounded(Fraction(high), 0)),
        "least": _names(known, low),
        "low": told(rounded(Fraction(low), 0)),
    }
    return [_("%(heading)s: %(most)s, %(high)s. Least: %(least)s, %(low)s.") % words]


def _names(known: Sequence[tuple[Fraction | int, str]], value: Fraction | int) -> str:
    """Of all journeys where the figure is this."""
    return get_text_list([name for one, name in known if one == value], _("and"))


def _first_contacts(journeys: Sequence[Travelled]) -> str:
    return _("First contact with us: %(all)s.") % {"all": "; ".join(map(_first_contact, journeys))}


def _first_contact(journey: Travelled) -> str:
    first = journey.first_contact
    if first is None:
        return _("%(name)s never") % {"name": journey.name}
    words = {"name": journey.name, "step": first.step["title"], "moment": moment(first, journey.anchor)}
    if first.time is None:
        return _("%(name)s at “%(step)s”") % words
    return _("%(name)s at “%(step)s”, %(moment)s") % words


def _own_contacts(journeys: Sequence[Travelled]) -> list[str]:
    """Contacts with us that only one of them has."""
    met = [dict.fromkeys(one.place.name for one in journey.meetings if one.own) for journey in journeys]
    sentences = []
    for number, journey in enumerate(journeys):
        others = set().union(*(names for other, names in enumerate(met) if other != number))
        only = [name for name in met[number] if name not in others]
        if only:
            more = f" (+{len(only) - NAMED})" if len(only) > NAMED else ""
            names = ", ".join(only[:NAMED]) + more
            sentences.append(
                _("Only %(name)s meets us at: %(places)s.") % {"name": journey.name, "places": names}
            )
    return sentences
