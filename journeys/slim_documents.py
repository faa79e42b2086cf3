"""Journey documents with no more than what the figures of a journey in small are computed from.

Eleven queries (twelve where an improvement of one journey helps another), and no model instance a row: a page
that shows five hundred journeys has no use for their texts. Beside what the journey format names they hold an
`id` and the number of `interviews`; an improvement has an `id` too, and is a `guest` where it belongs to
another journey.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import F

if TYPE_CHECKING:
    from journeys.querysets import JourneyQuerySet

SUBJECT = (
    *("title", "kind", "life_event_id", "life_event__name", "life_event__anchor"),
    *("persona__name", "persona__situation", "persona_id", "taken_from"),
)
PLACE = ("touchpoint_id", "touchpoint__channel", "touchpoint__party__kind", "touchpoint__party__name")
STEP, IMPROVEMENT, EVIDENCE = "phases__steps", "improvements", "evidence"


def slim_documents(journeys: "JourneyQuerySet") -> list[dict]:
    """One of each journey, in no particular order; keys follow from the rows' numbers."""
    documents = {row[0]: _document(row) for row in _rows(journeys, "title", *SUBJECT)}
    touchpoints = _steps_of(journeys, documents)
    _add_improvements(journeys, documents, touchpoints)
    _add_guests(documents, touchpoints)
    _add_findings(journeys, documents)
    return list(documents.values())


def _rows(journeys: "JourneyQuerySet", at: str, *fields: str, order: Iterable[str] = ()) -> list[tuple]:
    """The journey's number and these fields, of each row `at` the end of a path that is not empty."""
    found = journeys.filter(**{f"{at}__isnull": False}).order_by("pk", *order)
    return list(found.values_list("pk", *fields))


def _document(row: tuple) -> dict:
    pk, title, kind, life_event_id, life_event, anchor, persona, situation, persona_id, taken_from = row
    return {
        "id": pk,
        "life_event": {"id": life_event_id, "name": life_event, "anchor": anchor},
        "persona": {"id": persona_id, "name": persona, "situation": situation},
        "journey": {"title": title, "kind": kind, "organisation": taken_from},
        "touchpoints": [],
        "phases": [{"steps": []}],
        "improvements": [],
        "findings": [],
    }


def _steps_of(journeys: "JourneyQuerySet", documents: dict[int, dict]) -> dict[int, dict[int, dict]]:
    """Add the steps with their cards. Gives the touchpoints by journey and number."""
    encounters, pains, process = defaultdict(list), defaultdict(list), _process_of(journeys)
    touchpoints: dict[int, dict[int, dict]] = defaultdict(dict)
    for pk, step, touchpoint, *place in _places(journeys, f"{STEP}__encounters", f"{STEP}__pk"):
        encounters[step].append({"touchpoint": touchpoint})
        _know(touchpoints[pk], documents[pk], touchpoint, *place)
    pain = f"{STEP}__pains"
    fields = (f"{STEP}__pk", f"{pain}__pk", f"{pain}__severity", f"{pain}__influence")
    for _pk, step, number, severity, influence in _rows(journeys, pain, *fields):
        pains[step].append({"key": f"p{number}", "severity": severity, "influence": influence})
    fields = [f"{STEP}__{name}" for name in ("pk", "feeling", "offset_days", "duration_days")]
    for pk, number, *values in _rows(journeys, STEP, *fields, order=("phases__order", f"{STEP}__order")):
        step = dict(zip(("feeling", "offset_days", "duration_days"), values, strict=True))
        step |= {"key": f"s{number}", "encounters": encounters[number], "pains": pains[number]}
        step["process"] = process[number]
        documents[pk]["phases"][0]["steps"].append(step)
    return touchpoints


def _process_of(journeys: "JourneyQuerySet") -> dict[int, list[dict]]:
    """By step, in order: by which department."""
    process, at = defaultdict(list), f"{STEP}__process_steps"
    for _pk, step, department in _rows(
        journeys, at, f"{STEP}__pk", f"{at}__department", order=(f"{at}__order",)
    ):
        process[step].append({"department": department})
    return process


def _places(journeys: "JourneyQuerySet", at: str, *before: str) -> list[tuple]:
    return _rows(journeys, at, *before, *(f"{at}__{field}" for field in PLACE))


def _know(
    known: dict[int, dict], document: dict, touchpoint: int, channel: str, kind: str, party: str
) -> None:
    if touchpoint not in known:
        known[touchpoint] = {"key": touchpoint, "channel": channel, "party": {"kind": kind, "name": party}}
        document["touchpoints"].append(known[touchpoint])


def _add_improvements(
    journeys: "JourneyQuerySet", documents: dict[int, dict], touchpoints: dict[int, dict[int, dict]]
) -> None:
    addresses, lands_at = defaultdict(list), defaultdict(list)
    addressed = f"{IMPROVEMENT}__addressed_pains"
    for _pk, number, pain in _rows(journeys, addressed, f"{IMPROVEMENT}__pk", f"{addressed}__pain_id"):
        addresses[number].append(f"p{pain}")
    landings = _places(journeys, f"{IMPROVEMENT}__landings", f"{IMPROVEMENT}__pk")
    for pk, number, touchpoint, *place in landings:
        lands_at[number].append(touchpoint)
        _know(touchpoints[pk], documents[pk], touchpoint, *place)
    for pk, number, status in _rows(journeys, IMPROVEMENT, f"{IMPROVEMENT}__pk", f"{IMPROVEMENT}__status"):
        improvement = {"status": status, "addresses": addresses[number], "lands_at": lands_at[number]}
        documents[pk]["improvements"].append({"id": number, **improvement})


def _add_guests(documents: dict[int, dict], touchpoints: dict[int, dict[int, dict]]) -> None:
    """Improvements of other journeys that address a pain."""
    at = "pain__step__phase__journey"
    links = apps.get_model("improvements.AddressedPain").objects.filter(**{f"{at}__in": list(documents)})
    links = links.exclude(improvement__journey=F(at)).order_by("improvement", "pk")
    guests: dict[tuple[int, int], dict] = {}
    for pk, number, status, pain in links.values_list(at, "improvement", "improvement__status", "pain"):
        new = {"id": number, "guest": True, "status": status, "addresses": [], "lands_at": []}
        guests.setdefault((pk, number), new)["addresses"].append(f"p{pain}")
    landing = apps.get_model("improvements.Landing").objects
    numbers = {number for _pk, number in guests}
    lands_at = defaultdict(list)
    rows = landing.filter(improvement__in=numbers) if numbers else landing.none()
    for number, *place in rows.values_list("improvement", *PLACE):
        lands_at[number].append(place)
    for (pk, number), improvement in guests.items():
        for touchpoint, *place in lands_at[number]:
            improvement["lands_at"].append(touchpoint)
            _know(touchpoints[pk], documents[pk], touchpoint, *place)
        documents[pk]["improvements"].append(improvement)


def _add_findings(journeys: "JourneyQuerySet", documents: dict[int, dict]) -> None:
    about, interviews = defaultdict(list), defaultdict(set)
    link = f"{EVIDENCE}__evidence_about"
    for _pk, number, step, pain in _rows(
        journeys, link, f"{EVIDENCE}__pk", f"{link}__step_id", f"{link}__pain_id"
    ):
        about[number].append(f"s{step}" if pain is None else f"p{pain}")
    fields = (f"{EVIDENCE}__pk", f"{EVIDENCE}__finding__kind", f"{EVIDENCE}__finding__interview_id")
    for pk, number, kind, interview in _rows(journeys, EVIDENCE, *fields):
        documents[pk]["findings"].append({"kind": kind, "about": about[number]})
        interviews[pk].add(interview)
    for pk, document in documents.items():
        document["interviews"] = len(interviews[pk] - {None})
