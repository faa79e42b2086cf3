"""Makes the rows that tests need; what hangs together stays in one organisation."""

from datetime import date
from importlib import import_module

import factory
from factory.django import DjangoModelFactory

from improvements.models import AddressedPain, Improvement, Landing
from journeys import models as journeys
from organisations.models import Invitation, Membership, Organisation, User
from personas.models import Finding, Interview, Passage, Persona
from processes.models import ProcessStep
from tests.parents import UP
from touchpoints.models import Party, Product, Touchpoint


def organisation_of(parent: str) -> factory.SelfAttribute:
    return factory.SelfAttribute(f"{parent}.organisation")


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Gemeente {n}")
    slug = factory.Sequence(lambda n: f"gemeente-{n}")


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"user-{n}@example.org")
    password = factory.django.Password("a-long-password-for-tests")


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = Membership.Role.EDITOR


class ContentFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    organisation = factory.SubFactory(OrganisationFactory)


class InvitationFactory(ContentFactory):
    class Meta:
        model = Invitation

    email = factory.Sequence(lambda n: f"guest-{n}@example.org")
    role = Membership.Role.EDITOR
    digest = factory.Sequence(lambda n: f"{n:064}")


class PersonaFactory(ContentFactory):
    class Meta:
        model = Persona

    name = factory.Sequence(lambda n: f"Persona {n}")


class InterviewFactory(ContentFactory):
    class Meta:
        model = Interview

    code = factory.Sequence(lambda n: f"G{n}")
    kind = Interview.Kind.RESIDENT
    held_on = date(2026, 3, 1)
    keep_until = date(2027, 3, 1)


class FindingFactory(ContentFactory):
    class Meta:
        model = Finding

    text = factory.Sequence(lambda n: f"Bevinding {n}")


class PassageFactory(ContentFactory):
    class Meta:
        model = Passage

    interview = factory.SubFactory(InterviewFactory)
    organisation = organisation_of("interview")
    finding = factory.SubFactory(FindingFactory, organisation=factory.SelfAttribute("..organisation"))
    mark = factory.Sequence(lambda n: f"{n:064}")


class PartyFactory(ContentFactory):
    class Meta:
        model = Party

    name = factory.Sequence(lambda n: f"Partij {n}")
    kind = Party.Kind.PARTNER


class ProductFactory(ContentFactory):
    class Meta:
        model = Product

    name = factory.Sequence(lambda n: f"product {n}")


class TouchpointFactory(ContentFactory):
    class Meta:
        model = Touchpoint

    name = factory.Sequence(lambda n: f"Contactmoment {n}")
    channel = Touchpoint.Channel.COUNTER
    party = factory.SubFactory(PartyFactory, organisation=factory.SelfAttribute("..organisation"))


class OwnTouchpointFactory(TouchpointFactory):
    party = factory.SubFactory(
        PartyFactory, organisation=factory.SelfAttribute("..organisation"), kind=Party.Kind.OWN
    )


class LifeEventFactory(ContentFactory):
    class Meta:
        model = journeys.LifeEvent

    name = factory.Sequence(lambda n: f"Gebeurtenis {n}")
    anchor = "geboorte"


class SituationFactory(ContentFactory):
    class Meta:
        model = journeys.Situation

    life_event = factory.SubFactory(LifeEventFactory)
    organisation = organisation_of("life_event")
    name = factory.Sequence(lambda n: f"situatie {n}")
    order = factory.Sequence(int)


class JourneyFactory(ContentFactory):
    class Meta:
        model = journeys.Journey

    title = factory.Sequence(lambda n: f"Reis {n}")
    life_event = factory.SubFactory(LifeEventFactory, organisation=factory.SelfAttribute("..organisation"))
    persona = factory.SubFactory(PersonaFactory, organisation=factory.SelfAttribute("..organisation"))


class OfJourneyFactory(ContentFactory):
    class Meta:
        abstract = True

    journey = factory.SubFactory(JourneyFactory)
    organisation = organisation_of("journey")


class PhaseFactory(OfJourneyFactory):
    class Meta:
        model = journeys.Phase

    name = factory.Sequence(lambda n: f"Fase {n}")
    order = factory.Sequence(int)


class StepFactory(ContentFactory):
    class Meta:
        model = journeys.Step

    phase = factory.SubFactory(PhaseFactory)
    organisation = organisation_of("phase")
    title = factory.Sequence(lambda n: f"Ik doe stap {n}")
    order = factory.Sequence(int)


class CardFactory(ContentFactory):
    class Meta:
        abstract = True

    step = factory.SubFactory(StepFactory)
    organisation = organisation_of("step")
    order = factory.Sequence(int)


class FactFactory(CardFactory):
    class Meta:
        model = journeys.Fact

    text = factory.Sequence(lambda n: f"Regel {n}")


class EncounterFactory(CardFactory):
    class Meta:
        model = journeys.Encounter

    touchpoint = factory.SubFactory(TouchpointFactory, organisation=factory.SelfAttribute("..organisation"))


class OwnEncounterFactory(EncounterFactory):
    touchpoint = factory.SubFactory(
        OwnTouchpointFactory, organisation=factory.SelfAttribute("..organisation")
    )


class PainFactory(CardFactory):
    class Meta:
        model = journeys.Pain

    text = factory.Sequence(lambda n: f"Knelpunt {n}")


class ProcessStepFactory(CardFactory):
    class Meta:
        model = ProcessStep

    title = factory.Sequence(lambda n: f"processtap {n}")


class StepSituationFactory(ContentFactory):
    class Meta:
        model = journeys.StepSituation

    step = factory.SubFactory(StepFactory)
    organisation = organisation_of("step")
    situation = factory.SubFactory(SituationFactory, organisation=factory.SelfAttribute("..organisation"))


class EvidenceFactory(OfJourneyFactory):
    class Meta:
        model = journeys.Evidence

    finding = factory.SubFactory(FindingFactory, organisation=factory.SelfAttribute("..organisation"))
    order = factory.Sequence(int)


class ChangeFactory(OfJourneyFactory):
    class Meta:
        model = journeys.Change

    context = factory.Faker("uuid4", cast_to=None)


class SavedViewFactory(OfJourneyFactory):
    class Meta:
        model = journeys.SavedView

    name = factory.Sequence(lambda n: f"Weergave {n}")


class EvidenceAboutFactory(ContentFactory):
    class Meta:
        model = journeys.EvidenceAbout

    evidence = factory.SubFactory(EvidenceFactory)
    organisation = organisation_of("evidence")
    order = factory.Sequence(int)


class ImprovementFactory(OfJourneyFactory):
    class Meta:
        model = Improvement

    title = factory.Sequence(lambda n: f"Verbetering {n}")


class AddressedPainFactory(ContentFactory):
    class Meta:
        model = AddressedPain

    improvement = factory.SubFactory(ImprovementFactory)
    organisation = organisation_of("improvement")
    pain = factory.SubFactory(PainFactory, organisation=factory.SelfAttribute("..organisation"))


class LandingFactory(ContentFactory):
    class Meta:
        model = Landing

    improvement = factory.SubFactory(ImprovementFactory)
    organisation = organisation_of("improvement")
    touchpoint = factory.SubFactory(TouchpointFactory, organisation=factory.SelfAttribute("..organisation"))


def make(model: type, organisation: Organisation, **fields):
    """A row of any kind of content within one organisation, with all that it needs."""
    top = UP.get(model.__name__)
    where = f"{top}__organisation" if top else "organisation"
    name = f"{model.__name__}Factory"
    # The others begin with the ones above, so they can't be imported there.
    modules = map(import_module, ("tests.factories", "tests.process_factories", "tests.session_factories"))
    known = next(getattr(one, name) for one in modules if hasattr(one, name))
    return known(**{where: organisation, **fields})
