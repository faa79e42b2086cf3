"""What lies at a step, as plain objects for the map."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import ngettext

from journeys.analysis import Analysis, StepFigures
from journeys.models import Journey, Step
from journeys.stencils import Number, Words

STALE_AFTER = timedelta(days=365)


class RestsOn:
    """A step or a pain; `evidence`: none, single or several, as the figures define it."""

    __slots__ = ()
    evidence: str

    @property
    def assumption(self) -> bool:
        return self.evidence == "none"


@dataclass(frozen=True, slots=True)
class Contact:
    """An encounter; `party` is the kind of who stands behind it."""

    id: Number
    name: Words
    channel: str
    party: str
    party_name: Words
    unwanted: bool
    experience: int | None
    note: Words


@dataclass(frozen=True, slots=True)
class FactCard:
    """`stale`: checked over a year ago, or never."""

    id: Number
    text: Words
    source: Words
    checked_on: date | None
    stale: bool


@dataclass(frozen=True, slots=True)
class PainCard(RestsOn):
    id: Number
    text: Words
    severity: int
    influence: str
    evidence: str
    findings: Words


@dataclass(frozen=True, slots=True)
class Resting(RestsOn):
    """The pains of a step that rest on as much; `count` where others rest on more or less."""

    evidence: str
    count: Number | None


def resting_of(pains: Sequence[PainCard]) -> tuple[Resting, ...]:
    """What they rest on, assumptions first."""
    counts = Counter(pain.evidence for pain in pains)
    kinds = [kind for kind in ("none", "single", "several") if counts[kind]]
    return tuple(Resting(kind, counts[kind] if len(kinds) > 1 else None) for kind in kinds)


@dataclass(frozen=True, slots=True)
class ImprovementCard:
    """`status` in words; `owner` may be outside the organisation."""

    id: Number
    title: Words
    reach: str | None
    status: Words
    owner: Words


@dataclass(frozen=True, slots=True)
class ProcessCard:
    id: Number
    title: Words
    department: Words
    system: Words
    time: Words


def contacts_of(step: Step) -> tuple[Contact, ...]:
    return tuple(
        Contact(
            encounter.pk,
            encounter.touchpoint.name,
            encounter.touchpoint.channel,
            encounter.touchpoint.party.kind,
            encounter.touchpoint.party.name,
            not encounter.wanted,
            encounter.experience,
            encounter.note,
        )
        for encounter in step.loaded_encounters
    )


def facts_of(step: Step) -> tuple[FactCard, ...]:
    if not step.loaded_facts:
        return ()
    today = timezone.localdate()
    return tuple(
        FactCard(fact.pk, fact.text, fact.source, fact.checked_on, is_stale(fact.checked_on, today))
        for fact in step.loaded_facts
    )


def is_stale(checked_on: date | None, today: date) -> bool:
    return checked_on is None or today - checked_on > STALE_AFTER


def pains_of(step: Step, figures: StepFigures, findings: Sequence[int]) -> tuple[PainCard, ...]:
    """`findings`: how many are about each pain."""
    return tuple(
        PainCard(
            pain.pk,
            pain.text,
            pain.severity,
            pain.influence or "",
            found.evidence,
            findings_in_words(count),
        )
        for pain, found, count in zip(step.loaded_pains, figures.pains, findings, strict=True)
    )


def processes_of(step: Step) -> tuple[ProcessCard, ...]:
    return tuple(
        ProcessCard(process.pk, process.title, process.department, process.system, time_of(process))
        for process in step.loaded_process_steps
    )


def time_of(process: Any) -> str:
    """How long the work takes and how long it waits, as far as known."""
    work, wait = process.work_minutes, process.wait_days
    words = []
    if work is not None:
        words.append(ngettext("%(count)s minute of work", "%(count)s minutes of work", work))
    if wait is not None:
        words.append(ngettext("%(count)s day of waiting", "%(count)s days of waiting", wait))
    known = [number for number in (work, wait) if number is not None]
    return " · ".join(text % {"count": number} for text, number in zip(words, known, strict=True))


def found_about(journey: Journey) -> Counter:
    """How many findings are about each step and pain: by ("step" or "pain", its number)."""
    rows = [about for evidence in journey.loaded_evidence for about in evidence.loaded_evidence_about]
    return Counter(("step", row.step_id) if row.pain_id is None else ("pain", row.pain_id) for row in rows)


def found_at(step: Step, findings: Counter) -> tuple[int, ...]:
    """How many findings are about a step, and then about each of its pains."""
    return findings["step", step.pk], *(findings["pain", pain.pk] for pain in step.loaded_pains)


def findings_in_words(count: int) -> str:
    if not count:
        return ""
    return ngettext("%(count)s finding", "%(count)s findings", count) % {"count": count}


def improvement_cards(journey: Journey, analysis: Analysis) -> list[ImprovementCard | None]:
    """Of all improvements of a journey, in its order; None where one was dropped."""
    improvements = journey.all_improvements()
    statuses = statuses_in_words(improvements)
    return [
        None
        if figures.dropped
        else ImprovementCard(one.pk, one.title, figures.reach, statuses[one.status], one.owner_name)
        for one, figures in zip(improvements, analysis.improvements, strict=True)
    ]


def improvements_by_step(
    journey: Journey, analysis: Analysis
) -> tuple[list[tuple[ImprovementCard, ...]], tuple[ImprovementCard, ...]]:
    """The improvements at each step whose pain they address, and those that address none; none dropped."""
    at_step: list[list[ImprovementCard]] = [[] for _ in analysis.steps]
    loose = []
    for card, figures in zip(improvement_cards(journey, analysis), analysis.improvements, strict=True):
        if card is None:
            continue
        for index in figures.steps:
            at_step[index].append(card)
        if not figures.steps:
            loose.append(card)
    return [tuple(cards) for cards in at_step], tuple(loose)


def statuses_in_words(improvements: Sequence[Any]) -> dict[str, str]:
    """In the language of now; looked up once, as it takes long."""
    return {value: str(words) for one in improvements[:1] for value, words in one.Status.choices}
