"""A journey in small: the few figures and the one line that the overview shows of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from journeys.analysis import Analysis, analyse
from journeys.figures import rounded
from journeys.route import EVIDENCE_KINDS, is_own, listed, touchpoints_by_key
from touchpoints.departments import department_of


class Reach(NamedTuple):
    """How far an improvement of this number reaches, from this journey alone, and how far it is."""

    improvement: int
    reach: str | None
    dropped: bool
    status: str


@dataclass(frozen=True, slots=True)
class SmallJourney:
    """`points`: (time, feeling) of the steps with a known feeling. Times are days from the anchor moment,
    or the numbers of the steps where no day is known: see `timed`. None is not known."""

    id: int
    title: str
    kind: str
    life_event: str
    life_event_id: int
    anchor: str
    persona: str
    persona_id: int
    situation: str
    taken_from: str
    timed: bool
    points: tuple[tuple[float, int], ...]
    start: float | None
    end: float | None
    first_contact: float | None
    lowest: tuple[float, int] | None
    steps: int
    steps_with_evidence: int
    blind_steps: int
    blind_steps_share: int | None
    blind_days: int | None
    blind_days_share: int | None
    pains: int
    open_pains: int
    open_blind_pains: int
    open_weight: int
    to_be_won: int
    channels: tuple[str, ...]
    departments: tuple[str, ...]
    reaches: tuple[Reach, ...]
    improvements: int
    focused: int
    driven: int
    interviews: int
    findings: int

    @property
    def is_assumption(self) -> bool:
        return not self.interviews and not self.findings

    @property
    def never_in_sight(self) -> bool:
        return self.steps > 0 and self.first_contact is None


def in_small(document: Mapping) -> SmallJourney:
    """Of a slim document: see `slim_documents.py`."""
    analysis = analyse(document)
    journey, life_event, persona = document["journey"], document["life_event"], document["persona"]
    return SmallJourney(
        id=document["id"],
        title=journey["title"],
        kind=journey["kind"],
        life_event=life_event["name"],
        life_event_id=life_event["id"],
        anchor=life_event["anchor"],
        persona=persona["name"],
        persona_id=persona["id"],
        situation=first_sentence(persona["situation"]),
        taken_from=journey["organisation"],
        interviews=document["interviews"],
        **_passed(analysis),
        **_line(analysis),
        **_counts(analysis),
    )


def first_sentence(text: str) -> str:
    """Enough to know someone by."""
    return text.strip().split("\n")[0].split(". ")[0].rstrip(".")


def _line(analysis: Analysis) -> dict:
    timed = analysis.span.length is not None
    times = [float(step.time) if timed else float(step.index) for step in analysis.steps]
    feelings = [step.step.get("feeling") for step in analysis.steps]
    first = analysis.sight.first_contact
    lows = [(feelings[run[0]], times[run[0]]) for run in analysis.low_points]
    lowest = min(lows, default=None)
    return {
        "timed": timed,
        "points": tuple(
            (time, feeling) for time, feeling in zip(times, feelings, strict=True) if feeling is not None
        ),
        "start": times[0] if times else None,
        "end": float(analysis.span.end) if timed else (times[-1] if times else None),
        "first_contact": None if first is None else times[first],
        "lowest": None if lowest is None else (lowest[1], lowest[0]),
    }


def _passed(analysis: Analysis) -> dict:
    """The channels that are met, and the departments of ours that are met or at work behind the counter."""
    touchpoints = touchpoints_by_key(analysis.document)
    met = [
        touchpoints[encounter["touchpoint"]]
        for step in analysis.steps
        for encounter in listed(step.step, "encounters")
    ]
    own = [touchpoint["party"]["name"] for touchpoint in met if is_own(touchpoint)]
    return {
        "channels": tuple(dict.fromkeys(touchpoint["channel"] for touchpoint in met)),
        "departments": tuple(
            dict.fromkeys(department_of(name) for name in (*own, *analysis.counter.departments))
        ),
    }


def _counts(analysis: Analysis) -> dict:
    sight, pains = analysis.sight, analysis.pains
    # One of another journey is counted there.
    own = [item for item in analysis.improvements if not item.improvement.get("guest")]
    reaches = [item.reach for item in own if not item.dropped]
    return {
        "steps": len(analysis.steps),
        "steps_with_evidence": _with_evidence(analysis.steps),
        "blind_steps": sight.blind_steps,
        "blind_steps_share": percentage(sight.blind_steps_share),
        "blind_days": rounded(sight.blind_days, 0),
        "blind_days_share": percentage(sight.blind_days_share),
        "pains": len(pains),
        "open_pains": sum(pain.open for pain in pains),
        "open_blind_pains": sum(pain.open and pain.blind for pain in pains),
        "open_weight": sum(pain.severity for pain in pains if pain.open),
        "to_be_won": sum(pain.severity for pain in pains if pain.open and pain.blind),
        "reaches": tuple(
            Reach(item.improvement["id"], item.reach, item.dropped, item.improvement["status"])
            for item in analysis.improvements
        ),
        "improvements": len(reaches),
        "focused": reaches.count("focused"),
        "driven": reaches.count("driven"),
        "findings": _evidence_findings(analysis.document),
    }


def _with_evidence(things: Iterable) -> int:
    return sum(thing.evidence != "none" for thing in things)


def _evidence_findings(document: Mapping) -> int:
    findings: Sequence[Mapping] = listed(document, "findings")
    return sum(finding.get("kind") in EVIDENCE_KINDS for finding in findings)


def percentage(share: Fraction | None) -> int | None:
    return None if share is None else rounded(share * 100, 0)


def percentage_of(part: int, total: int) -> int | None:
    return percentage(Fraction(part, total)) if total else None
