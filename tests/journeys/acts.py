"""Everything that people do to a journey, to rows that chance picks: for what holds whatever is done.

An act does what a screen does within `changing`; where the journey lacks what it needs, it does nothing.
"""

from collections.abc import Collection, Sequence
from typing import Any

from django.db import models
from hypothesis import strategies as st

from improvements.models import Improvement
from journeys.arranging import Place, Stays, move_steps, remove_steps, shift_steps
from journeys.changes import changing
from journeys.copying import duplicate_steps
from journeys.copying_elsewhere import LANES, copy_lane, copy_to
from journeys.evidence import link, place
from journeys.models import Card, Encounter, Fact, Journey, Pain, Phase, Situation, Step
from organisations.models import User
from personas.models import Finding
from processes.models import ProcessStep
from tests import factories

KINDS: list[type[Card]] = [Pain, Fact, Encounter, ProcessStep]
TEXTS = ["", "Ik bel", "Ik vraag\nhet na"]


class Choose:
    """Picks one of a list; `by` is who acts."""

    def __init__(self, data: st.DataObject, by: User) -> None:
        self.data, self.by = data, by

    def __call__(self, options: Sequence) -> Any:
        return self.data.draw(st.sampled_from(options))


def steps_of(journey: Journey) -> list[Step]:
    return list(Step.objects.filter(phase__journey=journey).order_by("phase__order", "order"))


def phases_of(journey: Journey) -> list[Phase]:
    return list(journey.phases.all())


def cards_of(journey: Journey, model: type[Card]) -> list[Card]:
    return list(model.objects.filter(step__phase__journey=journey).order_by("pk"))


def some(choose: Choose, rows: Sequence) -> list:
    """At least one, in their order."""
    chosen = [row for row in rows if choose([True, False])]
    return chosen or [choose(rows)]


def own(journey: Journey, /, **fields) -> dict:
    return {"organisation_id": journey.organisation_id, **fields}


def texts(journey: Journey, choose: Choose) -> None:
    step = choose(steps_of(journey))
    for name in some(choose, ["doing", "thinking", "needs", "designed"]):
        setattr(step, name, choose(TEXTS))
    step.save()


def feeling(journey: Journey, choose: Choose) -> None:
    Step.objects.filter(pk=choose(steps_of(journey)).pk).update(feeling=choose([None, -2, 1]))


def head(journey: Journey, choose: Choose) -> None:
    step = choose(steps_of(journey))
    step.title, step.offset_days = choose(["Anders", "Nog anders"]), choose([None, -7, 30])
    step.duration_days = choose([None, 0, 3])
    step.save()


def situations(journey: Journey, choose: Choose) -> None:
    known = list(journey.life_event.situations.all())
    chosen = some(choose, known) if known else []
    choose(steps_of(journey)).only_for.set(choose([chosen, []]), through_defaults=own(journey))


def step_added(journey: Journey, choose: Choose) -> None:
    beside = choose(steps_of(journey))
    step = Step(**own(journey, phase=beside.phase, title="Nieuw"))
    step.place_after(choose([None, beside]))


def step_moved(journey: Journey, choose: Choose) -> None:
    choose(steps_of(journey)).move(choose([-1, 1]))


def step_duplicated(journey: Journey, choose: Choose) -> None:
    choose(steps_of(journey)).duplicate()


def step_removed(journey: Journey, choose: Choose) -> None:
    choose(steps_of(journey)).remove()


def several_moved(journey: Journey, choose: Choose) -> None:
    beside = choose(steps_of(journey))
    move_steps(some(choose, steps_of(journey)), Place(beside.phase, choose([None, beside])))


def several_shifted(journey: Journey, choose: Choose) -> None:
    shift_steps(some(choose, steps_of(journey)), journey, choose([-1, 1]))


def several_duplicated(journey: Journey, choose: Choose) -> None:
    duplicate_steps(some(choose, steps_of(journey)))


def several_removed(journey: Journey, choose: Choose) -> None:
    remove_steps(some(choose, steps_of(journey)), journey)


def phase_added(journey: Journey, choose: Choose) -> None:
    phase = Phase(**own(journey, journey=journey, name="Nieuw"))
    phase.place_after(choose([None, *phases_of(journey)]))
    Step(**own(journey, phase=phase, title="Eerste")).place_after(None)


def phase_renamed(journey: Journey, choose: Choose) -> None:
    Phase.objects.filter(pk=choose(phases_of(journey)).pk).update(name=choose(["Anders", "Nog anders"]))


def phase_moved(journey: Journey, choose: Choose) -> None:
    choose(phases_of(journey)).move(choose([-1, 1]))


def phase_duplicated(journey: Journey, choose: Choose) -> None:
    choose(phases_of(journey)).duplicate()


def phase_removed(journey: Journey, choose: Choose) -> None:
    choose(phases_of(journey)).remove()


def card_added(journey: Journey, choose: Choose) -> None:
    model, step = choose(KINDS), choose(steps_of(journey))
    made = {
        Pain: lambda: Pain(text="Nieuw"),
        Fact: lambda: Fact(text="Nieuw", source="wet"),
        Encounter: lambda: Encounter(touchpoint=a_touchpoint(journey), wanted=choose([True, False])),
        ProcessStep: lambda: ProcessStep(title="Nieuw", department="Burgerzaken"),
    }
    card = made[model]()
    card.organisation_id, card.step = journey.organisation_id, step
    card.place_last()


def a_touchpoint(journey: Journey) -> models.Model:
    known = journey.organisation.touchpoints.first()
    return known or factories.TouchpointFactory(organisation=journey.organisation)


def card_changed(journey: Journey, choose: Choose) -> None:
    changes = {
        Pain: {
            "text": "Anders",
            "severity": choose([1, 3]),
            "influence": choose([None, "ours"]),
            "process_step": choose([None, *cards_of(journey, ProcessStep)]),
        },
        Fact: {"text": "Anders", "checked_on": choose([None, "2026-01-31"])},
        Encounter: {"note": "Anders", "experience": choose([None, -1])},
        ProcessStep: {
            "title": "Anders",
            "wait_days": choose([None, 3]),
            "seen": choose([True, False]),
            "awaited_by": choose([None, *steps_of(journey)]),
            "needed_by": choose([None, *steps_of(journey)]),
        },
    }
    model = choose(KINDS)
    if cards := cards_of(journey, model):
        model.objects.filter(pk=choose(cards).pk).update(**changes[model])


def card_moved(journey: Journey, choose: Choose) -> None:
    if cards := cards_of(journey, choose(KINDS)):
        card = choose(cards)
        if choose([True, False]):
            card.move(choose([-1, 1]))
        elif (step := choose(steps_of(journey))).pk != card.step_id:
            card.move_to(step)


def card_removed(journey: Journey, choose: Choose) -> None:
    if cards := cards_of(journey, choose(KINDS)):
        choose(cards).remove()


def improvement_made(journey: Journey, choose: Choose) -> None:
    improvement = journey.improvements.create(**own(journey, title="Beter"))
    aimed(improvement, journey, choose)


def aimed(improvement: Improvement, journey: Journey, choose: Choose) -> None:
    """At pains of this journey and of others, and it lands at touchpoints."""
    pains = list(Pain.objects.filter(organisation=journey.organisation_id).order_by("pk"))
    through = {"through_defaults": own(journey)}
    improvement.addresses.set(some(choose, pains) if pains else [], **through)
    improvement.lands_at.set(choose([[], [a_touchpoint(journey)]]), **through)


def improvement_changed(journey: Journey, choose: Choose) -> None:
    rows = list(journey.improvements.all())
    if not rows:
        return
    improvement = choose(rows)
    improvement.status, improvement.effort = choose(Improvement.Status.values), choose([None, 1, 5])
    improvement.follow_up = choose([None, "2026-12-31"])
    improvement.give_to(choose(["", "Ans", a_touchpoint(journey).party]))
    improvement.save()
    aimed(improvement, journey, choose)


def improvement_removed(journey: Journey, choose: Choose) -> None:
    if rows := list(journey.improvements.all()):
        choose(rows).delete()


def finding_linked(journey: Journey, choose: Choose) -> None:
    """And unlinked: what it was about and is not any more."""
    known = list(journey.organisation.findings.order_by("pk"))
    finding = choose([*known, None]) or Finding.objects.create(**own(journey, text="Zo gaat het"))
    places = [place(step.pk, None) for step in steps_of(journey)]
    places += [place(None, pain.pk) for pain in cards_of(journey, Pain)]
    link(finding, journey, add=some(choose, places), remove=some(choose, places), by=choose.by)


def journey_renamed(journey: Journey, choose: Choose) -> None:
    Journey.objects.filter(pk=journey.pk).update(title=choose(["Anders", "Nog anders"]), goal=choose(TEXTS))


def subject_changed(journey: Journey, choose: Choose) -> None:
    persona = factories.PersonaFactory(organisation=journey.organisation)
    Journey.objects.filter(pk=journey.pk).update(persona=persona, kind=choose(["as_is", "to_be"]))


def steps_copied_here(journey: Journey, choose: Choose) -> None:
    """From another journey, with all that lies at them."""
    beside = choose(steps_of(journey))
    copy_to(steps_of(another(journey)), Place(beside.phase, choose([None, beside])))


def lane_copied_here(journey: Journey, choose: Choose) -> None:
    copy_lane(choose(list(LANES)), another(journey), journey, choose([None, *steps_of(journey)]))


def another(journey: Journey) -> Journey:
    """With a step, a card of each kind and a situation that this life event knows too, if it knows any."""
    life_event = journey.life_event
    other = factories.JourneyFactory(organisation=journey.organisation, life_event=life_event)
    step = factories.StepFactory(phase__journey=other, order=0)
    for make in (factories.PainFactory, factories.FactFactory, factories.EncounterFactory):
        make(step=step, order=0)
    factories.ProcessStepFactory(step=step, order=0, awaited_by=step)
    if situation := Situation.objects.filter(life_event=life_event).first():
        factories.StepSituationFactory(step=step, situation=situation)
    return other


NEEDS_NO_STEPS = [journey_renamed, subject_changed]
ACTS = [
    *NEEDS_NO_STEPS,
    *(texts, feeling, head, situations, step_added, step_moved, step_duplicated, step_removed),
    *(several_moved, several_shifted, several_duplicated, several_removed),
    *(phase_added, phase_renamed, phase_moved, phase_duplicated, phase_removed),
    *(card_added, card_changed, card_moved, card_removed),
    *(improvement_made, improvement_changed, improvement_removed, finding_linked),
    *(steps_copied_here, lane_copied_here),
]


def act(journey: Journey, choose: Choose, leave_out: Collection = ()) -> None:
    """One of these things, as one change; what can't be done is not done."""
    has_steps = journey.phases.filter(steps__isnull=False).exists()
    acts = [one for one in (ACTS if has_steps else NEEDS_NO_STEPS) if one not in leave_out]
    try:
        with changing(journey, by=choose.by):
            if acts:
                choose(acts)(journey, choose)
    except Stays:
        pass
