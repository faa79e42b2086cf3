"""The journeys of a comparison as plain data: who, and all that is computed of the route."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from journeys.analysis import Analysis, StepFigures, analyse
from journeys.places import Place, place_of
from journeys.route import listed, touchpoints_by_key
from journeys.small import first_sentence


@dataclass(frozen=True, slots=True)
class Meeting:
    """A step meets a touchpoint. `step`: index among the steps that count."""

    place: Place
    step: int
    time: Fraction | None
    own: bool


@dataclass(frozen=True, slots=True)
class Travelled:
    """One journey of a comparison. `steps`: the numbers of the steps that count; `name`: what tells it from
    the others beside it; `taken_from`: the name of the organisation whose it is, where that is another."""

    id: int
    title: str
    kind: str
    persona: str
    who: str
    life_event: int
    anchor: str
    name: str
    taken_from: str
    steps: tuple[int, ...]
    analysis: Analysis
    meetings: tuple[Meeting, ...]

    @property
    def timed(self) -> bool:
        return self.analysis.span.length is not None

    @property
    def document(self) -> Mapping[str, Any]:
        return self.analysis.document

    @property
    def map_address(self) -> str:
        return reverse("journeys:journey-map", args=[self.id])

    @property
    def first_step_address(self) -> str:
        """Where the moment of the first step is filled in."""
        return reverse("journeys:step-head", args=[self.id, self.steps[0]])

    @property
    def beside_name(self) -> str:
        """What the name doesn't say: the title, or whose journey it is."""
        return self.persona if self.name.startswith(self.title) else self.title

    @property
    def first_contact(self) -> StepFigures | None:
        first = self.analysis.sight.first_contact
        return None if first is None else self.analysis.steps[first]


def travelled(
    number: int,
    document: Mapping[str, Any],
    rows: Sequence[Sequence[int]],
    life_event: int,
    situations: Sequence[str] = (),
    taken_from: str = "",
) -> Travelled:
    """`rows`: the numbers of the steps of each phase. Situations that its life event lacks say nothing."""
    known = listed(document["life_event"], "situations")
    analysis = analyse(document, [name for name in situations if name in known])
    persona, journey = document["persona"], document["journey"]
    return Travelled(
        id=number,
        title=journey["title"],
        kind=journey["kind"],
        persona=persona["name"],
        who=first_sentence(persona.get("situation") or ""),
        life_event=life_event,
        anchor=document["life_event"].get("anchor") or "",
        name=persona["name"],
        taken_from=taken_from,
        steps=tuple(rows[phase][order] for phase, order in (step.place for step in analysis.steps)),
        analysis=analysis,
        meetings=_meetings(analysis),
    )


def _meetings(analysis: Analysis) -> tuple[Meeting, ...]:
    touchpoints = touchpoints_by_key(analysis.document)
    return tuple(
        Meeting(place := place_of(touchpoints[encounter["touchpoint"]]), step.index, step.time, place.is_own)
        for step in analysis.steps
        for encounter in listed(step.step, "encounters")
    )


def told_apart(journeys: Sequence[Travelled]) -> list[Travelled]:
    """By persona where that is enough, else by persona and whose it is or its kind or both, else by title,
    else those of one title by a number too."""
    ways = (
        [journey.persona for journey in journeys],
        [_with_origin(journey.persona, journey) for journey in journeys],
        [_with_kind(journey) for journey in journeys],
        [_with_origin(_with_kind(journey), journey) for journey in journeys],
        [journey.title for journey in journeys],
    )
    names = next((names for names in ways if len(set(names)) == len(names)), _numbered(ways[-1]))
    return [replace(journey, name=name) for journey, name in zip(journeys, names, strict=True)]


def _numbered(titles: Sequence[str]) -> list[str]:
    """“Thuis (1)” and “Thuis (2)”; a title of its own needs no number."""
    return [
        f"{title} ({titles[:place].count(title) + 1})" if titles.count(title) > 1 else title
        for place, title in enumerate(titles)
    ]


def _with_origin(name: str, journey: Travelled) -> str:
    if not journey.taken_from:
        return name
    return _("%(persona)s, %(organisation)s") % {"persona": name, "organisation": journey.taken_from}


def _with_kind(journey: Travelled) -> str:
    if journey.kind == "as_is":
        return journey.persona
    return _("%(persona)s, desired") % {"persona": journey.persona}
