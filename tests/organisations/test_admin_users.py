"""An administrator manages the people of the own organisation, and of no other."""

import pytest

from organisations.models import Membership, User
from tests.conftest import member
from tests.factories import InvitationFactory, MembershipFactory, UserFactory
from tests.pages import page

LIST = "/beheer/organisations/user/"


def page_of(user: User) -> str:
    return f"{LIST}{user.pk}/change/"


def typed(user: User, role: str = "editor", **fields) -> dict:
    """What the page of someone sends."""
    membership = user.memberships.first()
    return {
        "email": user.email,
        "language": user.language,
        "is_active": "on",
        "memberships-TOTAL_FORMS": "1",
        "memberships-INITIAL_FORMS": "1",
        "memberships-0-id": membership.pk,
        "memberships-0-user": user.pk,
        "memberships-0-role": role,
        **fields,
    }


def test_the_list_holds_only_members(as_administrator, editor, stranger):
    page = as_administrator.get(LIST).content.decode()

    assert editor.email in page
    assert stranger.email not in page


def test_the_list_filters_by_the_role_here(as_administrator, editor, viewer, elsewhere):
    MembershipFactory(user=viewer, organisation=elsewhere, role=Membership.Role.EDITOR)

    found = as_administrator.get(LIST, {"role": "editor"}).context["cl"].queryset

    assert list(found) == [editor]


@pytest.mark.parametrize(
    "lookup", ["password__startswith", "memberships__organisation__name", "memberships__role"]
)
def test_no_lookup_finds_out_more(as_administrator, lookup):
    assert as_administrator.get(LIST, {lookup: "pbkdf2"}).status_code in (302, 400)


def test_the_account_of_someone_who_also_works_elsewhere_is_not_ours_to_change(
    as_administrator, editor, elsewhere, waterrijk
):
    MembershipFactory(user=editor, organisation=elsewhere, role=Membership.Role.ADMINISTRATOR)
    ours = editor.memberships.get(organisation=waterrijk)
    fields = {"email": "mij@waterrijk.example", "memberships-0-id": ours.pk, "is_active": ""}

    as_administrator.post(page_of(editor), typed(editor, role="viewer", **fields))

    editor.refresh_from_db()
    assert editor.email != "mij@waterrijk.example"
    assert editor.is_active
    assert editor.memberships.get(organisation=waterrijk).role == "viewer"
    assert editor.memberships.get(organisation=elsewhere).role == "administrator"


def test_it_says_why_an_account_cannot_be_changed(as_administrator, editor, elsewhere):
    assert not page(as_administrator, page_of(editor)).select_one(".description")
    MembershipFactory(user=editor, organisation=elsewhere)

    shown = page(as_administrator, page_of(editor))

    assert "buiten jouw organisatie" in shown.select_one(".description").get_text()
    assert elsewhere.name not in shown.get_text()


def test_ending_a_membership_is_not_called_deleting(as_administrator, editor):
    named = page(as_administrator, page_of(editor)).select_one("label[for=id_memberships-0-DELETE]")
    assert named.get_text() == "Toegang tot deze organisatie beëindigen"


def test_nor_is_the_account_of_a_superuser(as_administrator, waterrijk):
    keeper = member(waterrijk, Membership.Role.VIEWER)
    User.objects.filter(pk=keeper.pk).update(is_superuser=True)

    as_administrator.post(page_of(keeper), typed(keeper, email="mij@waterrijk.example"))

    assert not User.objects.filter(email="mij@waterrijk.example").exists()


def test_another_membership_cannot_be_slipped_in(as_administrator, editor, stranger):
    theirs = stranger.memberships.get()
    fields = {"memberships-0-id": theirs.pk, "memberships-0-user": stranger.pk}

    as_administrator.post(page_of(editor), typed(editor, role="administrator", **fields))

    theirs.refresh_from_db()
    assert theirs.role == "editor"


def test_no_one_becomes_a_superuser_here(as_administrator, editor):
    flags = {"is_superuser": "on", "is_staff": "on", "user_permissions": "1", "password": "x"}

    as_administrator.post(page_of(editor), typed(editor, **flags))

    editor.refresh_from_db()
    assert (editor.is_superuser, editor.is_staff) == (False, False)
    assert editor.check_password("a-long-password-for-tests")


def test_someone_of_elsewhere_has_no_page(as_administrator, stranger):
    assert as_administrator.get(page_of(stranger)).status_code == 404
    assert as_administrator.post(page_of(stranger), typed(stranger)).status_code == 404


def test_accounts_are_closed_not_deleted(as_administrator, editor):
    assert as_administrator.post(f"{LIST}{editor.pk}/delete/", {"post": "yes"}).status_code == 403

    as_administrator.post(page_of(editor), typed(editor, is_active=""))

    editor.refresh_from_db()
    assert not editor.is_active


def test_a_role_is_changed(as_administrator, editor):
    as_administrator.post(page_of(editor), typed(editor, role="facilitator"))

    assert editor.memberships.get().role == "facilitator"


def test_a_membership_ends(as_administrator, editor):
    as_administrator.post(page_of(editor), typed(editor, **{"memberships-0-DELETE": "on"}))

    assert not editor.memberships.exists()
    assert User.objects.filter(pk=editor.pk).exists()


@pytest.mark.parametrize(
    "fields", [{"role": "viewer"}, {"memberships-0-DELETE": "on", "role": "administrator"}]
)
def test_administrators_do_not_lower_themselves(as_administrator, administrator, fields):
    response = as_administrator.post(page_of(administrator), typed(administrator, **fields))

    assert response.status_code == 200
    assert administrator.memberships.get().role == "administrator"


def test_administrators_do_not_close_their_own_account(as_administrator, administrator):
    as_administrator.post(page_of(administrator), typed(administrator, role="administrator", is_active=""))

    administrator.refresh_from_db()
    assert administrator.is_active


def test_another_administrator_can_be_lowered(as_administrator, waterrijk):
    second = MembershipFactory(organisation=waterrijk, role=Membership.Role.ADMINISTRATOR).user

    as_administrator.post(page_of(second), typed(second, role="viewer"))

    assert second.memberships.get().role == "viewer"


def test_an_organisation_keeps_an_administrator(waterrijk, administrator, db):
    closed = UserFactory(is_active=False)
    MembershipFactory(organisation=waterrijk, user=closed, role=Membership.Role.ADMINISTRATOR)

    assert not waterrijk.keeps_an_administrator_without(administrator)
    assert waterrijk.keeps_an_administrator_without(closed)


def test_nobody_is_added_without_an_invitation(as_administrator):
    assert as_administrator.get(f"{LIST}add/").status_code == 403
    assert as_administrator.post(f"{LIST}add/", {"email": "noor@waterrijk.example"}).status_code == 403


def test_the_review_tells_who_may_do_what_and_who_came_last(
    as_administrator, administrator, editor, stranger, waterrijk
):
    User.objects.filter(pk=editor.pk).update(first_name="=1+1", is_active=False, last_login=None)
    InvitationFactory(organisation=waterrijk, email="noor@waterrijk.example", role="viewer")

    response = as_administrator.get(f"{LIST}controle/")

    rows = [line.split(";") for line in response.content.decode("utf-8-sig").splitlines()]
    assert response.headers["Content-Disposition"].startswith('attachment; filename="waterrijk-')
    assert {row[0] for row in rows[1:]} == {administrator.email, editor.email, "noor@waterrijk.example"}
    assert next(row for row in rows if row[0] == editor.email)[1] == "'=1+1"
    assert stranger.email not in response.content.decode()
