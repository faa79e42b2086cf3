"""An administrator manages the people of the own organisation, and of no other."""

import re

import pytest
from django.urls import reverse

from organisations.models import Membership, User
from tests.conftest import member, signed_in
from tests.factories import MembershipFactory, UserFactory

ADD = "/beheer/organisations/user/add/"
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


def new(address: str, **fields) -> dict:
    return {"address": address, "language": "nl", "role": "editor", **fields}


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


def test_a_new_person_gets_a_message_to_choose_a_password(
    as_administrator, client, waterrijk, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        as_administrator.post(ADD, new("noor@waterrijk.example", first_name="Noor"))

    noor = User.objects.get(email="noor@waterrijk.example")
    assert noor.memberships.get().role == Membership.Role.EDITOR
    assert noor.memberships.get().organisation == waterrijk
    link = re.search(r"http://testserver(\S+)", mailoutbox[0].body)[1]
    form = client.get(link).url
    client.post(form, {"password1": "a-new-long-password", "password2": "a-new-long-password"})
    assert User.objects.get(pk=noor.pk).check_password("a-new-long-password")


def test_someone_of_elsewhere_is_added_without_changing_the_account(
    as_administrator, stranger, waterrijk, mailoutbox, django_capture_on_commit_callbacks
):
    before = User.objects.filter(pk=stranger.pk).values().get()

    with django_capture_on_commit_callbacks(execute=True):
        as_administrator.post(ADD, new(stranger.email.upper(), first_name="Iemand", language="en"))

    assert User.objects.filter(pk=stranger.pk).values().get() == before
    assert stranger.memberships.filter(organisation=waterrijk, role="editor").exists()
    assert "/wachtwoord/nieuw/" not in mailoutbox[0].body


def test_the_form_answers_the_same_for_an_account_that_is_there(as_administrator, stranger):
    known = as_administrator.post(ADD, new(stranger.email))
    unknown = as_administrator.post(ADD, new("nieuw@waterrijk.example"))

    assert re.sub(r"\d+", "", known.url) == re.sub(r"\d+", "", unknown.url)


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


def test_who_is_here_already_is_told(as_administrator, editor):
    response = as_administrator.post(ADD, new(editor.email.upper()))

    assert response.context["adminform"].form.errors["address"]


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


def test_a_message_that_cannot_be_sent_loses_nothing(
    as_administrator, settings, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    with django_capture_on_commit_callbacks(execute=True):
        response = as_administrator.post(ADD, new("noor@waterrijk.example"))

    assert response.status_code == 302
    assert User.objects.filter(email="noor@waterrijk.example").exists()


def test_the_first_page_of_a_new_member_works(stranger, waterrijk, as_administrator):
    as_administrator.post(ADD, new(stranger.email, role="viewer"))
    client = signed_in(stranger)

    client.post(reverse("organisations:switch"), {"organisation": waterrijk.pk})

    assert client.get(reverse("organisations:switch")).wsgi_request.membership.role == "viewer"
