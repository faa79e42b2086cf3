"""Makes the rows of live sessions that tests need; what hangs together stays in one organisation."""

from datetime import timedelta

import factory
from django.utils import timezone

from tests.factories import ContentFactory, JourneyFactory, StepFactory, organisation_of
from workshops import models as workshops


class WorkshopFactory(ContentFactory):
    """One that goes on, and nobody has joined; `on=[journey]` for the journeys that it works on."""

    class Meta:
        model = workshops.Workshop
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"Werksessie {n}")
    state = workshops.Workshop.State.OPEN
    started_at = factory.LazyFunction(timezone.now)
    ends_at = factory.LazyAttribute(lambda workshop: workshop.started_at + timedelta(hours=8))

    @factory.post_generation
    def on(self, create, journeys, **kwargs) -> None:
        for order, journey in enumerate(journeys or []):
            WorkshopJourneyFactory(workshop=self, journey=journey, order=order)
        if journeys:
            self.step = self.steps().first()
            self.save(update_fields=["step"])


class WorkshopJourneyFactory(ContentFactory):
    class Meta:
        model = workshops.WorkshopJourney

    workshop = factory.SubFactory(WorkshopFactory)
    organisation = organisation_of("workshop")
    journey = factory.SubFactory(JourneyFactory, organisation=factory.SelfAttribute("..organisation"))
    order = factory.Sequence(int)


class OfWorkshopFactory(ContentFactory):
    class Meta:
        abstract = True

    workshop = factory.SubFactory(WorkshopFactory)
    organisation = organisation_of("workshop")


class RoundFactory(OfWorkshopFactory):
    class Meta:
        model = workshops.Round

    class Params:
        running = factory.Trait(started_at=factory.LazyFunction(timezone.now))

    kind = workshops.Round.Kind.PAINS
    order = factory.Sequence(int)


class ParticipantFactory(OfWorkshopFactory):
    class Meta:
        model = workshops.Participant

    nickname = factory.Sequence(lambda n: f"Wilg {n}")
    kind = workshops.Participant.Kind.RESIDENT
    digest = factory.Sequence(lambda n: f"{n:064}")


class NoteFactory(OfWorkshopFactory):
    class Meta:
        model = workshops.Note

    round = factory.SubFactory(RoundFactory, workshop=factory.SelfAttribute("..workshop"))
    participant = factory.SubFactory(ParticipantFactory, workshop=factory.SelfAttribute("..workshop"))
    kind = workshops.Note.Kind.PAIN
    text = factory.Sequence(lambda n: f"Briefje {n}")


class RatingFactory(ContentFactory):
    class Meta:
        model = workshops.Rating

    participant = factory.SubFactory(ParticipantFactory)
    organisation = organisation_of("participant")
    step = factory.SubFactory(
        StepFactory, phase__journey__organisation=factory.SelfAttribute("....organisation")
    )
    value = -1


class VoteFactory(ContentFactory):
    class Meta:
        model = workshops.Vote

    participant = factory.SubFactory(ParticipantFactory)
    organisation = organisation_of("participant")
    round = factory.SubFactory(
        RoundFactory, workshop=factory.SelfAttribute("..participant.workshop"), kind="vote"
    )
    note = factory.SubFactory(NoteFactory, workshop=factory.SelfAttribute("..participant.workshop"))
    slot = factory.Sequence(lambda n: n % 20 + 1)


class HarvestFactory(OfWorkshopFactory):
    class Meta:
        model = workshops.Harvest

    journey = factory.SubFactory(JourneyFactory, organisation=factory.SelfAttribute("..organisation"))
    kind = workshops.Harvest.Kind.PAIN
    text = factory.Sequence(lambda n: f"Oogst {n}")
    row = factory.Sequence(int)
