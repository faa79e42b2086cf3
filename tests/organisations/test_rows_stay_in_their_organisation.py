"""The database itself refuses a row that points into another organisation."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from journeys.models import Journey
from organisations.constraints import SameOrganisation
from organisations.models import Content
from personas.models import Persona
from tests import factories

CONTENT = [model for model in apps.get_models() if issubclass(model, Content)]
REFERENCES = [
    (model, field)
    for model in CONTENT
    for field in model._meta.get_fields()
    if field.many_to_one and issubclass(field.related_model, Content) and not model.__name__.endswith("Event")
]


def names(values: list) -> list[str]:
    return [f"{model.__name__}.{field.name}" for model, field in values]


@pytest.mark.parametrize(("model", "field"), REFERENCES, ids=names(REFERENCES))
def test_every_reference_between_content_is_kept_inside(model, field):
    kept = {
        constraint.field for constraint in model._meta.constraints if isinstance(constraint, SameOrganisation)
    }

    assert field.name in kept


@transaction.atomic
def give(journey: Journey, persona: Persona) -> None:
    Journey.objects.filter(pk=journey.pk).update(persona=persona)
    connection.check_constraints()


def test_a_row_cannot_point_into_another_organisation(waterrijk, elsewhere):
    journey = factories.JourneyFactory(organisation=waterrijk)
    theirs = factories.PersonaFactory(organisation=elsewhere)

    with pytest.raises(IntegrityError, match="journey_persona_same_organisation"):
        give(journey, theirs)


def test_a_reference_may_be_empty(waterrijk):
    finding = factories.FindingFactory(organisation=waterrijk, interview=None)

    connection.check_constraints()

    assert finding.interview is None


def test_a_form_says_it_before_the_database_does(waterrijk, elsewhere):
    journey = factories.JourneyFactory(organisation=waterrijk)
    journey.persona = factories.PersonaFactory(organisation=elsewhere)

    with pytest.raises(ValidationError, match="organisation|organisatie"):
        journey.validate_constraints()
