"""Working for more than one organisation."""

import pytest
from django.urls import reverse

from organisations.models import Membership
from tests.factories import MembershipFactory

SWITCH = "/organisatie/wissel/"


@pytest.fixture
def both(editor, elsewhere) -> Membership:
    """The editor of Waterrijk looks at the other municipality too."""
    return MembershipFactory(user=editor, organisation=elsewhere, role=Membership.Role.VIEWER)


def test_one_chooses_another_organisation_of_ones_own(as_editor, both):
    assert as_editor.get(SWITCH).wsgi_request.organisation.name == "Gemeente Waterrijk"

    response = as_editor.post(SWITCH, {"organisation": both.organisation_id})

    assert response.url == reverse("home")
    assert as_editor.get(SWITCH).wsgi_request.organisation.name == "Gemeente Elders"


def test_the_role_changes_along(as_editor, both, waterrijk):
    as_editor.post(SWITCH, {"organisation": waterrijk.pk})
    assert as_editor.get(SWITCH).wsgi_request.membership.can_edit

    as_editor.post(SWITCH, {"organisation": both.organisation_id})
    assert not as_editor.get(SWITCH).wsgi_request.membership.can_edit


def test_the_page_names_only_ones_own(as_editor, elsewhere):
    page = as_editor.get(SWITCH).content.decode()

    assert "Gemeente Waterrijk" in page
    assert "Gemeente Elders" not in page


@pytest.mark.parametrize("choice", ["", "x", "-1", "99999999999999999999999", "٣"])
def test_a_choice_that_is_none_is_not_found(as_editor, choice):
    assert as_editor.post(SWITCH, {"organisation": choice}).status_code == 404


def test_another_organisation_is_not_found(as_editor, elsewhere, waterrijk):
    assert as_editor.post(SWITCH, {"organisation": elsewhere.pk}).status_code == 404
    assert as_editor.get(SWITCH).wsgi_request.organisation == waterrijk


def test_a_membership_that_ended_shows_the_next(as_editor, both, waterrijk, editor):
    as_editor.post(SWITCH, {"organisation": both.organisation_id})
    both.delete()

    assert as_editor.get(SWITCH).wsgi_request.organisation == waterrijk
