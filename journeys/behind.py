"""The steps behind each figure, so that a screen can link from a number to what made it."""

from collections.abc import Iterable

from journeys.analysis import Analysis
from journeys.route import listed


def steps_behind(analysis: Analysis) -> dict[str, tuple[int, ...]]:
    """Per key of the journey's figures the indexes of steps among those that count, in order.

    For a share of evidence these are the assumptions: the steps that still ask for a conversation."""
    sight, pains = analysis.sight, analysis.pains
    blind = tuple(range(sight.blind_steps))
    tail = tuple(range(sight.contacts[-1] + 1, len(analysis.steps))) if sight.contacts else ()
    blind_pains = _ordered(pain.step for pain in pains if pain.blind)
    open_pains = _ordered(pain.step for pain in pains if pain.open)
    all_pains = _ordered(pain.step for pain in pains)
    return {
        "first_contact": () if sight.first_contact is None else (sight.first_contact,),
        "blind_steps": blind,
        "blind_days": blind,
        "longest_gap_days": sight.longest_gap_days_between or (),
        "longest_gap_steps": sight.longest_gap_steps_between or (),
        "tail_days": tail,
        "tail_steps": tail,
        "pains": all_pains,
        "pain_weight": all_pains,
        "blind_pains": blind_pains,
        "blind_pain_weight": blind_pains,
        "open_pains": open_pains,
        "open_pain_weight": open_pains,
        "low_points": _ordered(steps[0] for steps in analysis.low_points),
        "unwanted_encounters": _with_unwanted_encounter(analysis),
        "evidence_steps_share": _ordered(step.index for step in analysis.steps if step.evidence == "none"),
        "evidence_pains_share": _ordered(pain.step for pain in pains if pain.evidence == "none"),
        "handovers": _ordered(handover.taken_at for handover in analysis.counter.handovers),
    }


def _with_unwanted_encounter(analysis: Analysis) -> tuple[int, ...]:
    return tuple(
        step.index
        for step in analysis.steps
        if any(encounter.get("wanted") is False for encounter in listed(step.step, "encounters"))
    )


def _ordered(indexes: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(set(indexes)))
