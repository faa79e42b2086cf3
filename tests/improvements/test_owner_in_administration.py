"""In the administration too an improvement is given to a colleague, a department or a name."""

import pytest
from django.urls import reverse

from tests.factories import ImprovementFactory, PartyFactory
from tests.organisations.admin_pages import no_rows


@pytest.fixture
def improvement(waterrijk):
    return ImprovementFactory(organisation=waterrijk, journey__organisation=waterrijk)


def given_to(client, improvement, owner: str):
    """The row after its form was saved with that owner."""
    path = reverse("admin:improvements_improvement_change", args=[improvement.pk])
    fields = {"title": "Een bordje", "status": "idea", "owner": owner}
    page = client.post(path, {**fields, **no_rows("addressed_pains", "landings")})
    assert page.status_code == 302
    improvement.refresh_from_db()
    return improvement


def test_to_a_colleague(as_administrator, improvement, editor):
    assert given_to(as_administrator, improvement, str(editor)).owner_person == editor


def test_to_a_department_and_then_to_a_name(as_administrator, improvement, waterrijk):
    party = PartyFactory(organisation=waterrijk, name="Burgerzaken")

    assert given_to(as_administrator, improvement, "burgerzaken").owner_party == party
    given_to(as_administrator, improvement, "De buurt")

    assert (improvement.owner_party, improvement.owner) == (None, "De buurt")


def test_saving_something_else_leaves_the_owner(as_administrator, improvement, editor):
    improvement.give_to(editor)
    improvement.save()

    assert given_to(as_administrator, improvement, str(editor)).owner_person == editor


def test_someone_of_elsewhere_is_a_name_alone(as_administrator, improvement, stranger):
    stranger.first_name, stranger.last_name = "Kim", "van Elders"
    stranger.save()

    assert given_to(as_administrator, improvement, str(stranger)).owner_person is None
