"""All that can be computed of one journey document, exact, with the steps behind it.

Times and shares are `Fraction`s, not yet rounded; None is 'not yet known'. Steps are named by their index
among the steps that count. `figures.py` writes the same as JSON; screens read it here, computed once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby, pairwise

from journeys.counter import BehindCounter, behind_counter
from journeys.route import (
    Counted,
    check_situations,
    counted,
    evidence_by_key,
    is_in_sight,
    is_own,
    listed,
    touchpoints_by_key,
)
from journeys.sight import Sight, Span, sight_of, span_of
from journeys.timeline import Placed, placed


@dataclass(frozen=True, slots=True)
class PainFigures:
    """`blind`: at a step out of sight. `open`: no improvement that still stands addresses it."""

    pain: Mapping
    step: int
    severity: int
    influence: str
    evidence: str
    blind: bool
    open: bool


@dataclass(frozen=True, slots=True)
class StepFigures:
    """`place`: indexes in the document, of the phase and of the step within it.
    `moved`: its own offset lies before that of an earlier step."""

    step: Mapping
    index: int
    place: tuple[int, int]
    time: Fraction | None
    end: Fraction | None
    estimated: bool
    moved: bool
    in_sight: bool
    is_first_contact: bool
    before_first_contact: bool
    evidence: str
    pains: tuple[PainFigures, ...]


@dataclass(frozen=True, slots=True)
class ImprovementFigures:
    """`reach`: driven (klantgedreven), focused (klantgericht) or None. `steps`: where it addresses pains."""

    improvement: Mapping
    reach: str | None
    dropped: bool
    steps: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """One journey document, as the chosen situations show it. `low_points`: the steps of each."""

    document: Mapping
    steps: tuple[StepFigures, ...]
    improvements: tuple[ImprovementFigures, ...]
    span: Span
    sight: Sight
    low_points: tuple[tuple[int, ...], ...]
    counter: BehindCounter

    @property
    def pains(self) -> tuple[PainFigures, ...]:
        return tuple(pain for step in self.steps for pain in step.pains)


def analyse(document: Mapping, situations: Sequence[str] = ()) -> Analysis:
    """Raises `UnknownSituation` for a situation that the life event doesn't have."""
    check_situations([document], situations)
    route = counted(document, situations)
    times = placed([item.step for item in route])
    touchpoints = touchpoints_by_key(document)
    span = span_of(times)
    sight = sight_of(times, [is_in_sight(item.step, touchpoints) for item in route], span)
    low_points = _low_points([item.step.get("feeling") for item in route])
    steps = _steps(document, route, times, sight)
    return Analysis(
        document=document,
        steps=steps,
        improvements=_improvements(document, steps, touchpoints),
        span=span,
        sight=sight,
        low_points=low_points,
        counter=behind_counter([item.step for item in route]),
    )


def _steps(
    document: Mapping,
    route: Sequence[Counted],
    times: Sequence[Placed],
    sight: Sight,
) -> tuple[StepFigures, ...]:
    addressed, evidence = _addressed(document), evidence_by_key(document)
    contacts = set(sight.contacts)
    return tuple(
        StepFigures(
            step=step,
            index=index,
            place=place,
            **times[index]._asdict(),
            in_sight=index in contacts,
            is_first_contact=index == sight.first_contact,
            before_first_contact=index < sight.blind_steps,
            evidence=_evidence(step, evidence),
            pains=_pains(step, index, index not in contacts, addressed, evidence),
        )
        for index, (place, step) in enumerate(route)
    )


def _evidence(thing: Mapping, evidence: Mapping[str, str]) -> str:
    key = thing.get("key")
    return "none" if key is None else evidence.get(key, "none")


def _pains(
    step: Mapping, index: int, blind: bool, addressed: set[str], evidence: Mapping[str, str]
) -> tuple[PainFigures, ...]:
    return tuple(
        PainFigures(
            pain=pain,
            step=index,
            severity=int(pain.get("severity") or 2),
            influence=pain.get("influence") or "unknown",
            evidence=_evidence(pain, evidence),
            blind=blind,
            open=pain.get("key") not in addressed,
        )
        for pain in listed(step, "pains")
    )


def _addressed(document: Mapping) -> set[str]:
    return {
        key
        for improvement in listed(document, "improvements")
        if improvement.get("status") != "dropped"
        for key in listed(improvement, "addresses")
    }


def _improvements(
    document: Mapping, steps: Sequence[StepFigures], touchpoints: Mapping[str, Mapping]
) -> tuple[ImprovementFigures, ...]:
    pains = {
        pain.pain["key"]: pain for step in steps for pain in step.pains if pain.pain.get("key") is not None
    }
    found = []
    for improvement in listed(document, "improvements"):
        addressed = [pains[key] for key in listed(improvement, "addresses") if key in pains]
        places = [touchpoints[key] for key in listed(improvement, "lands_at")]
        found.append(
            ImprovementFigures(
                improvement=improvement,
                reach=_reach(addressed, places),
                dropped=improvement.get("status") == "dropped",
                steps=tuple(sorted({pain.step for pain in addressed})),
            )
        )
    return tuple(found)


def _reach(pains: Sequence[PainFigures], places: Sequence[Mapping]) -> str | None:
    if any(pain.blind or pain.influence in ("with_partners", "not_ours") for pain in pains):
        return "driven"
    if not all(is_own(touchpoint) for touchpoint in places):
        return "driven"
    return "focused" if pains or places else None


def _low_points(feelings: Sequence[int | None]) -> tuple[tuple[int, ...], ...]:
    """The steps of each run of equal, low feelings between higher ones."""
    known = [(index, feeling) for index, feeling in enumerate(feelings) if feeling is not None]
    runs = [
        (feeling, tuple(index for index, _ in run))
        for feeling, run in groupby(known, key=lambda item: item[1])
    ]
    rising = [False] + [left[0] < right[0] for left, right in pairwise(runs)] + [True]
    return tuple(
        steps
        for number, (feeling, steps) in enumerate(runs)
        if feeling <= -1 and not rising[number] and rising[number + 1]
    )
