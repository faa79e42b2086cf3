"""What is searched: each kind of row, which words of it count, and where it is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Row(NamedTuple):
    """A row that was found: `step` and `journey` are where it lies, `place` says that in words."""

    kind: str
    id: int
    title: str
    place: str
    journey: int | None
    step: int | None
    rank: float
    count: int


@dataclass(frozen=True)
class Source:
    """`words`: the SQL of all its text; where `table` has an index, of exactly this (migrations/0002).

    `place`, `journey` and `step` are SQL too, over `table` and what is joined by `joins`.
    """

    kind: str
    label: str | Promise
    icon: str
    table: str
    title: str
    words: str
    address: Callable[[Row], str]
    joins: str = ""
    place: str = "''"
    journey: str = "NULL::bigint"
    step: str = "NULL::bigint"


OF_STEP = (
    " JOIN journeys_phase phase ON phase.id = step.phase_id JOIN journeys_journey journey"
    " ON journey.id = phase.journey_id"
)
AT_STEP = f" JOIN journeys_step step ON step.id = row.step_id{OF_STEP}"
ON_JOURNEY = {
    "joins": AT_STEP,
    "place": "step.title || ' · ' || journey.title",
    "journey": "journey.id",
    "step": "step.id",
}


def on_map(row: Row) -> str:
    return f"{reverse('journeys:journey-map', args=[row.journey])}#stap-{row.step}"


def page(name: str) -> Callable[[Row], str]:
    return lambda row: reverse(name, args=[row.id])


SOURCES = (
    Source(
        "journey",
        _("Journeys"),
        "route",
        "journeys_journey",
        "row.title",
        "row.title || ' ' || row.goal",
        page("journeys:journey-map"),
        joins=" JOIN personas_persona persona ON persona.id = row.persona_id",
        place="persona.name",
    ),
    Source(
        "step",
        _("Steps"),
        "flag",
        "journeys_step",
        "row.title",
        "row.title || ' ' || row.doing || ' ' || row.thinking || ' ' || row.needs || ' ' || row.designed",
        on_map,
        joins=OF_STEP.replace("step.", "row."),
        place="journey.title",
        journey="journey.id",
        step="row.id",
    ),
    Source(
        "pain", _("Pains"), "triangle-alert", "journeys_pain", "row.text", "row.text", on_map, **ON_JOURNEY
    ),
    Source(
        "improvement",
        _("Improvements"),
        "lightbulb",
        "improvements_improvement",
        "row.title",
        "row.title || ' ' || row.description",
        page("improvements:improvement-page"),
        joins=" JOIN journeys_journey journey ON journey.id = row.journey_id",
        place="journey.title",
    ),
    Source(
        "fact",
        _("Rules"),
        "scale",
        "journeys_fact",
        "row.text",
        "row.text || ' ' || row.source",
        on_map,
        **ON_JOURNEY,
    ),
    Source(
        "process",
        _("Behind the counter"),
        "building-2",
        "processes_processstep",
        "row.title",
        "row.title || ' ' || row.department || ' ' || row.system",
        on_map,
        **ON_JOURNEY,
    ),
    Source(
        "persona",
        _("Personas"),
        "user",
        "personas_persona",
        "row.name",
        "row.name || ' ' || row.situation || ' ' || row.quote || ' '"
        " || array_to_string(row.needs || row.worries, ' ')",
        page("personas:persona-page"),
    ),
    Source(
        "touchpoint",
        _("Touchpoints"),
        "map-pin",
        "touchpoints_touchpoint",
        "row.name",
        "row.name || ' ' || party.name",
        page("touchpoints:touchpoint-page"),
        joins=" JOIN touchpoints_party party ON party.id = row.party_id",
        place="party.name",
    ),
    Source(
        "party",
        _("Parties"),
        "landmark",
        "touchpoints_party",
        "row.name",
        "row.name",
        page("touchpoints:party-page"),
    ),
    Source(
        "life_event",
        _("Life events"),
        "calendar",
        "journeys_lifeevent",
        "row.name",
        "row.name",
        page("journeys:life-event-page"),
    ),
    Source(
        "finding",
        _("Findings"),
        "message-square-quote",
        "personas_finding",
        "row.text",
        "row.text || ' ' || row.source",
        page("personas:finding-page"),
    ),
    Source(
        "interview",
        _("Interviews"),
        "users",
        "personas_interview",
        "row.code",
        "row.code || ' ' || row.notes",
        page("personas:interview-page"),
    ),
)
BY_KIND = {source.kind: source for source in SOURCES}
