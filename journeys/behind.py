"""The steps behind each figure, so that a screen can link from a number to what made it."""

from collections.abc import Iterable

from journeys.analysis import Analysis
from journeys.route import listed


def steps_behind(analysis: Analysis) -> dict[str, tuple[int, ...]]:
    """Per key of the journey's figures the indexes of steps among those that count, in order.

    For a share of evidence these are the assumptions: the steps that still ask for a conversation."""
    steps = analysis.steps
    return {
        **_of_sight(analysis),
        **_of_pains(analysis),
        "low_points": _ordered(low_point[0] for low_point in analysis.low_points),
        "unwanted_encounters": tuple(
            step.index
            for step in steps
            if any(encounter.get("wanted") is False for encounter in listed(step.step, "encounters"))
        ),
        "evidence_steps_share": tuple(step.index for step in steps if step.evidence == "none"),
        "handovers": _ordered(handover.taken_at for handover in analysis.counter.handovers),
    }


def _of_sight(analysis: Analysis) -> dict[str, tuple[int, ...]]:
    sight = analysis.sight
    blind = tuple(range(sight.blind_steps))
    tail = tuple(range(sight.contacts[-1] + 1, len(analysis.steps))) if sight.contacts else ()
    return {
        "first_contact": sight.contacts[:1],
        "blind_steps": blind,
        "blind_days": blind,
        "longest_gap_days": sight.longest_gap_days_between or (),
        "longest_gap_steps": sight.longest_gap_steps_between or (),
        "tail_days": tail,
        "tail_steps": tail,
    }


def _of_pains(analysis: Analysis) -> dict[str, tuple[int, ...]]:
    pains = analysis.pains
    every = _ordered(pain.step for pain in pains)
    blind = _ordered(pain.step for pain in pains if pain.blind)
    unaddressed = _ordered(pain.step for pain in pains if pain.open)
    return {
        "pains": every,
        "pain_weight": every,
        "blind_pains": blind,
        "blind_pain_weight": blind,
        "open_pains": unaddressed,
        "open_pain_weight": unaddressed,
        "evidence_pains_share": _ordered(pain.step for pain in pains if pain.evidence == "none"),
    }


def _ordered(indexes: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(set(indexes)))
