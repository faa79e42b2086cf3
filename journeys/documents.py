"""A journey as its document, `leefwereld-journey`: what exports write and figures are computed from.

Version 1.1 knows whose a journey is, and more of a process step (docs/journey-format.md). A document that
tells nothing of that is one of version 1, so that whoever reads only those can read it.
"""

from collections.abc import Iterable
from datetime import date

from journeys.models import Encounter, Evidence, Fact, Journey, LifeEvent, Pain, Step

FORMAT, FORMAT_WITH_MORE = "leefwereld-journey/1", "leefwereld-journey/1.1"
#: Texts of a step that nothing is computed from.
WORDS = ("doing", "thinking", "needs", "designed")
#: What version 1.1 can tell of a process step.
MORE_OF_PROCESS = ("key", "seen", "awaited_by", "needed_by", "part_of")


def document_of(journey: Journey) -> dict:
    """The document of a journey loaded with `Journey.objects.whole()`; runs no query.

    What is not known is left out. Keys follow from the order in the journey alone: the same content gives the
    same keys. Phases, steps and cards stand in the order of the journey's own rows."""
    return _Writer().document(journey)


def with_words(document: dict, step: Step) -> dict:
    """The document of a step, with the words as they are now."""
    return _known(**document | {name: getattr(step, name) for name in WORDS})


class _Writer:
    """Hands out the keys of one document, each thing its own, in order of appearance."""

    def __init__(self) -> None:
        self.touchpoints: dict[int, dict] = {}
        self.step_keys: dict[int, str] = {}
        self.pain_keys: dict[int, str] = {}
        self.process_keys: dict[int, str] = {}

    def document(self, journey: Journey) -> dict:
        # Before the rest: a process step may point at a later step.
        steps = (step for phase in journey.loaded_phases for step in phase.loaded_steps)
        self.step_keys = {step.pk: f"s{number}" for number, step in enumerate(steps, 1)}
        self.process_keys = _process_keys(journey)
        phases = [
            {"name": phase.name, "steps": [self.step(step) for step in phase.loaded_steps]}
            for phase in journey.loaded_phases
        ]
        improvements = [self.improvement(improvement) for improvement in journey.all_improvements()]
        return {
            "format": _format_of(journey, phases),
            "life_event": _life_event(journey.life_event),
            "persona": _persona(journey.persona),
            "journey": _journey(journey),
            "touchpoints": list(self.touchpoints.values()),
            "phases": phases,
            "improvements": improvements,
            "findings": [self.finding(evidence) for evidence in journey.loaded_evidence],
        }

    def step(self, step: Step) -> dict:
        return _known(
            key=self.step_keys[step.pk],
            title=step.title,
            doing=step.doing,
            thinking=step.thinking,
            needs=step.needs,
            designed=step.designed,
            feeling=step.feeling,
            offset_days=step.offset_days,
            duration_days=step.duration_days,
            only_for=[link.situation.name for link in step.loaded_step_situations],
            facts=[_fact(fact) for fact in step.loaded_facts],
            encounters=[self.encounter(encounter) for encounter in step.loaded_encounters],
            pains=[self.pain(pain) for pain in step.loaded_pains],
            process=[self.process_step(process) for process in step.loaded_process_steps],
        )

    def encounter(self, encounter: Encounter) -> dict:
        return _known(
            touchpoint=self.touchpoint_key(encounter),
            wanted=encounter.wanted,
            experience=encounter.experience,
            note=encounter.note,
        )

    def touchpoint_key(self, place) -> str:
        """Of what an encounter meets, or where an improvement lands."""
        if place.touchpoint_id not in self.touchpoints:
            touchpoint = place.touchpoint
            self.touchpoints[place.touchpoint_id] = _known(
                key=f"t{len(self.touchpoints) + 1}",
                name=touchpoint.name,
                channel=touchpoint.channel,
                party={"name": touchpoint.party.name, "kind": touchpoint.party.kind},
                product=touchpoint.product.name if touchpoint.product else None,
            )
        return self.touchpoints[place.touchpoint_id]["key"]

    def process_step(self, process) -> dict:
        return _known(
            key=self.process_keys.get(process.pk),
            title=process.title,
            department=process.department,
            system=process.system,
            work_minutes=process.work_minutes,
            wait_days=process.wait_days,
            seen=process.seen or None,
            awaited_by=self.step_keys.get(process.awaited_by_id),
            needed_by=self.step_keys.get(process.needed_by_id),
            part_of=process.part_of.name if process.part_of else None,
        )

    def pain(self, pain: Pain) -> dict:
        key = self.pain_keys[pain.pk] = f"p{len(self.pain_keys) + 1}"
        return _known(
            key=key,
            text=pain.text,
            severity=pain.severity,
            influence=pain.influence,
            process_step=self.process_keys.get(pain.process_step_id),
        )

    def improvement(self, improvement) -> dict:
        """Also one of another journey that helps here; of pains only those of this journey are told."""
        addressed = (self.pain_keys.get(link.pain_id) for link in improvement.loaded_addressed_pains)
        return _known(
            title=improvement.title,
            description=improvement.description,
            addresses=_found(addressed),
            lands_at=[self.touchpoint_key(landing) for landing in improvement.loaded_landings],
            effort=improvement.effort,
            effect=improvement.effect,
            owner=improvement.owner_name,
            process_step=self.process_keys.get(improvement.process_step_id),
            follow_up=_day(improvement.follow_up),
            status=improvement.status,
        )

    def finding(self, evidence: Evidence) -> dict:
        finding = evidence.finding
        about = (
            self.pain_keys.get(link.pain_id) if link.step_id is None else self.step_keys.get(link.step_id)
            for link in evidence.loaded_evidence_about
        )
        return _known(
            text=finding.text,
            kind=finding.kind,
            source=finding.source,
            people=finding.people,
            on=_day(finding.found_on),
            about=_found(about),
        )


def _life_event(event: LifeEvent) -> dict:
    return _known(
        name=event.name,
        motive=event.motive,
        anchor=event.anchor,
        situations=[situation.name for situation in event.situations.all()],
    )


def _persona(persona) -> dict:
    return _known(
        name=persona.name,
        situation=persona.situation,
        quote=persona.quote,
        needs=persona.needs,
        worries=persona.worries,
        digital_skill=persona.digital_skill,
        capacity_to_act=persona.capacity_to_act,
        lives_here=persona.lives_here,
    )


def _journey(journey: Journey) -> dict:
    return _known(
        title=journey.title,
        kind=journey.kind,
        goal=journey.goal,
        organisation=journey.taken_from,
        based_on=journey.based_on.title if journey.based_on else journey.based_on_title,
    )


def _fact(fact: Fact) -> dict:
    return _known(text=fact.text, source=fact.source, checked_on=_day(fact.checked_on))


def _process_keys(journey: Journey) -> dict[int, str]:
    """Only of process steps that something points at."""
    steps = [step for phase in journey.loaded_phases for step in phase.loaded_steps]
    pointing = [pain for step in steps for pain in step.loaded_pains] + journey.all_improvements()
    wanted = {one.process_step_id for one in pointing}
    found = [row.pk for step in steps for row in step.loaded_process_steps if row.pk in wanted]
    return {pk: f"b{number}" for number, pk in enumerate(found, 1)}


def _format_of(journey: Journey, phases: Iterable[dict]) -> str:
    """The oldest version that can tell all this."""
    if journey.taken_from:
        return FORMAT_WITH_MORE
    told = (item for phase in phases for step in phase["steps"] for item in step.get("process", ()))
    return FORMAT_WITH_MORE if any(name in item for item in told for name in MORE_OF_PROCESS) else FORMAT


def _known(**values) -> dict:
    """Without what is null or empty; 0 and False are known."""
    return {key: value for key, value in values.items() if value or value == 0}


def _found(keys: Iterable[str | None]) -> list[str]:
    return [key for key in keys if key is not None]


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None
