"""The pains of a journey in groups: by who can change it, how heavy it is, or in and out of sight."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from journeys.cards import ImprovementCard, PainCard, improvement_cards
from journeys.figures import INFLUENCES
from journeys.looking import Look
from journeys.models import Journey, Pain
from journeys.pictures import MapPicture, StepPicture

GROUPING, ONLY, OPEN = "groep", "alleen", "open"


@dataclass(frozen=True, slots=True)
class GroupedPain:
    """A pain with its step, and with what is planned; `address` opens its step."""

    card: PainCard
    step: StepPicture
    blind: bool
    improvements: tuple[ImprovementCard, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Grouping:
    """`key_of`: in which group a pain belongs; `headings`: the groups in their order."""

    slug: str
    label: str | Promise
    key_of: Callable[[GroupedPain], Any]
    headings: Callable[[], dict[Any, str]]


def _influences() -> dict[str, str]:
    words = {str(key): str(label) for key, label in Pain.Influence.choices}
    ordered = {key: words[key] for key in INFLUENCES if key in words}
    return ordered | {"": _("not known yet who can change it")}


def _severities() -> dict[int, str]:
    return {value: str(label) for value, label in reversed(Pain.Severity.choices)}


def _sights() -> dict[bool, str]:
    return {True: _("out of our sight"), False: _("in our sight")}


GROUPINGS = (
    Grouping("invloed", gettext_lazy("who can change it"), lambda pain: pain.card.influence, _influences),
    Grouping("ernst", gettext_lazy("how heavy it is"), lambda pain: pain.card.severity, _severities),
    Grouping("beeld", pgettext_lazy("grouping", "in or out of sight"), lambda pain: pain.blind, _sights),
)


@dataclass(frozen=True, slots=True)
class Choice:
    label: str
    url: str
    current: bool


def grouped_pains(context: Mapping[str, Any]) -> dict[str, Any]:
    """What the lens draws, from the context of the map; `?groep=` and `?alleen=open` choose."""
    look, picture = context["look"], context["picture"]
    slug, is_open_only = look.said.get(GROUPING), look.said.get(ONLY) == OPEN
    grouping = next((one for one in GROUPINGS if one.slug == slug), GROUPINGS[0])
    pains = _pains(picture, context["journey"], look)
    return {
        "groups": _groups(grouping, [pain for pain in pains if not (is_open_only and pain.improvements)]),
        "groupings": [
            Choice(str(one.label), look.address(**{GROUPING: one.slug}), one is grouping) for one in GROUPINGS
        ],
        "all_count": len(pains),
        "open_count": sum(not pain.improvements for pain in pains),
        "only_open": is_open_only,
        "every_address": look.address(**{ONLY: None}),
        "open_address": look.address(**{ONLY: OPEN}),
    }


def _pains(picture: MapPicture, journey: Journey, look: Look) -> list[GroupedPain]:
    planned = _planned(picture, journey)
    return [
        GroupedPain(card, step, not step.in_sight, tuple(planned[card.id]), look.address_of_step(step.id))
        for step in picture.steps
        for card in step.pains
    ]


def _planned(picture: MapPicture, journey: Journey) -> dict[int, list[ImprovementCard]]:
    """The improvements that still stand, by the number of the pain that they address."""
    planned = defaultdict(list)
    cards = improvement_cards(journey, picture.analysis)
    for improvement, card in zip(journey.all_improvements(), cards, strict=True):
        for link in improvement.loaded_addressed_pains if card else ():
            planned[link.pain_id].append(card)
    return planned


def _groups(grouping: Grouping, pains: list[GroupedPain]) -> list[tuple[str, list[GroupedPain]]]:
    """Each heading with its pains, the heaviest first; groups without pains are left out."""
    found = defaultdict(list)
    for pain in sorted(pains, key=lambda pain: -pain.card.severity):
        found[grouping.key_of(pain)].append(pain)
    return [(heading, found[key]) for key, heading in grouping.headings().items() if found[key]]
