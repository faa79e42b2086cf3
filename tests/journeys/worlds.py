"""Journeys that several tests look at."""

from journeys.models import Journey, LifeEvent
from organisations.models import Organisation
from tests.factories import (
    JourneyFactory,
    LifeEventFactory,
    OwnEncounterFactory,
    PainFactory,
    PersonaFactory,
    PhaseFactory,
    StepFactory,
)


def birth(organisation: Organisation) -> LifeEvent:
    return LifeEventFactory(organisation=organisation, name="Een kind krijgen", motive="achieve")


def farahs_journey(organisation: Organisation, life_event: LifeEvent | None = None, **fields) -> Journey:
    """Three steps: 200 days out of sight, then the counter, then the birth; two thirds of 300 days."""
    journey = JourneyFactory(
        organisation=organisation,
        life_event=life_event or birth(organisation),
        **{"title": "Wij krijgen ons eerste kind", **fields},
    )
    phase = PhaseFactory(journey=journey)
    StepFactory(phase=phase, title="Ik doe een test", offset_days=-250, feeling=2)
    counter = StepFactory(phase=phase, title="Wij gaan naar de balie", offset_days=-50, feeling=-2)
    StepFactory(phase=phase, title="Ons kind is er", offset_days=50, feeling=1)
    OwnEncounterFactory(step=counter)
    PainFactory(step=counter)
    return journey


def many_journeys(organisation: Organisation, count: int) -> list[Journey]:
    """Each of its own persona, all through one life event."""
    life_event = birth(organisation)
    return [
        farahs_journey(
            organisation,
            life_event,
            title=f"Reis {number:03}",
            persona=PersonaFactory(organisation=organisation),
        )
        for number in range(count)
    ]
