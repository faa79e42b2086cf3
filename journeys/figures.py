"""The figures of a journey and of a life event, as JSON gives them (docs: figures, journey format).

Pure functions over journey documents: optional keys may be left out or null, other keys (such as the `id`
that the map adds) are ignored. Screens that need the exact values and the steps behind them use `analyse`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from journeys.analysis import Analysis, analyse
from journeys.places import places, shared_touchpoints
from journeys.route import UnknownSituation, check_situations, listed

__all__ = ["UnknownSituation", "analyse", "figures", "figures_of", "life_event_figures", "rounded"]

INFLUENCES = ("ours", "with_partners", "not_ours", "unknown")
FINDING_KINDS = ("resident", "staff", "measured", "desk")
REACHES = ("focused", "driven")


def figures(document: Mapping, situations: Sequence[str] = ()) -> dict:
    """`journey`, `steps` (those that count) and `improvements`, rounded.

    Raises `UnknownSituation` for a situation that the life event doesn't have."""
    return figures_of(analyse(document, situations))


def figures_of(analysis: Analysis) -> dict:
    return {
        "journey": {
            **_time_and_sight(analysis),
            **_what_hurts(analysis),
            "balance": _balance(analysis),
            **_evidence(analysis),
            **_behind_the_counter(analysis),
        },
        "steps": [
            {
                "title": step.step["title"],
                "time": days(step.time),
                "estimated": step.estimated,
                "in_sight": step.in_sight,
                "evidence": step.evidence,
            }
            for step in analysis.steps
        ],
        "improvements": [
            {"title": item.improvement["title"], "reach": item.reach} for item in analysis.improvements
        ],
    }


def life_event_figures(documents: Sequence[Mapping], situations: Sequence[str] = ()) -> dict:
    """`places` and `shared_touchpoints` over the as-is journeys among the documents of one life event.

    Give its to-be journeys too: not counted, but they may be the only ones to tell which situations exist."""
    if documents:
        check_situations(documents, situations)
    as_is = [document for document in documents if document["journey"]["kind"] == "as_is"]
    return {
        "places": places(as_is, situations),
        "shared_touchpoints": shared_touchpoints(as_is, situations),
    }


def rounded(value: Fraction | None, digits: int) -> int | float | None:
    """Half away from zero, never -0; whole values as int."""
    if value is None:
        return None
    scale = 10**digits
    size = (2 * abs(value.numerator) * scale + value.denominator) // (2 * value.denominator)
    units = -size if value < 0 else size
    return units // scale if units % scale == 0 else units / scale


def days(value: Fraction | None) -> int | float | None:
    return rounded(value, 2)


def share(value: Fraction | None) -> int | float | None:
    return rounded(value, 4)


def _time_and_sight(analysis: Analysis) -> dict:
    span, sight = analysis.span, analysis.sight
    first = sight.first_contact
    return {
        "start": days(span.start),
        "end": days(span.end),
        "length": days(span.length),
        "first_contact": None if first is None else analysis.steps[first].step["title"],
        "blind_steps": sight.blind_steps,
        "blind_steps_share": share(sight.blind_steps_share),
        "blind_days": days(sight.blind_days),
        "blind_days_share": share(sight.blind_days_share),
        "longest_gap_days": days(sight.longest_gap_days),
        "longest_gap_steps": sight.longest_gap_steps,
        "tail_days": days(sight.tail_days),
        "tail_steps": sight.tail_steps,
    }


def _what_hurts(analysis: Analysis) -> dict:
    pains = analysis.pains
    blind = [pain for pain in pains if pain.blind]
    unaddressed = [pain for pain in pains if pain.open]
    return {
        "pains": len(pains),
        "pain_weight": sum(pain.severity for pain in pains),
        "blind_pains": len(blind),
        "blind_pain_weight": sum(pain.severity for pain in blind),
        "open_pains": len(unaddressed),
        "open_pain_weight": sum(pain.severity for pain in unaddressed),
        "influence": _counts([pain.influence for pain in pains], INFLUENCES),
        "low_points": [analysis.steps[low[0]].step["title"] for low in analysis.low_points],
        "unwanted_encounters": sum(
            encounter.get("wanted") is False
            for step in analysis.steps
            for encounter in listed(step.step, "encounters")
        ),
    }


def _counts(values: Sequence[str | None], names: Sequence[str]) -> dict[str, int]:
    counts = Counter(values)
    return {name: counts[name] for name in names}


def _balance(analysis: Analysis) -> dict:
    return _counts([item.reach for item in analysis.improvements if not item.dropped], REACHES)


def _evidence(analysis: Analysis) -> dict:
    findings = listed(analysis.document, "findings")
    residents = [finding.get("people") for finding in findings if finding.get("kind") == "resident"]
    return {
        "evidence_steps_share": share(_share_with_evidence(analysis.steps)),
        "evidence_pains_share": share(_share_with_evidence(analysis.pains)),
        "findings": _counts([finding.get("kind") or "desk" for finding in findings], FINDING_KINDS),
        "residents": sum(1 if people is None else int(people) for people in residents),
    }


def _share_with_evidence(things: Sequence) -> Fraction | None:
    if not things:
        return None
    return Fraction(sum(thing.evidence != "none" for thing in things), len(things))


def _behind_the_counter(analysis: Analysis) -> dict:
    counter = analysis.counter
    return {
        "departments": list(counter.departments),
        "handovers": len(counter.handovers),
        "process_wait_days": counter.wait_days,
        "process_work_minutes": counter.work_minutes,
    }
