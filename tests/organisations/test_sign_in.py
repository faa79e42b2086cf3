"""Who gets in, and how."""

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.test import Client
from django.urls import reverse

from organisations.models import Membership
from tests.conftest import signed_in
from tests.factories import UserFactory

PASSWORD = "a-long-password-for-tests"
SIGN_IN = "/account/inloggen/"


def sign_in(client: Client, email: str, password: str = PASSWORD):
    return client.post(SIGN_IN, {"login": email, "password": password})


def test_a_member_signs_in_by_email(client, editor):
    response = sign_in(client, editor.email)

    assert response.status_code == 302
    assert response.url == reverse("home")
    assert client.session["_auth_user_id"] == str(editor.pk)


def test_capitals_in_the_address_make_no_difference(client, editor):
    assert sign_in(client, editor.email.upper()).status_code == 302


def test_a_wrong_password_keeps_the_address_and_says_so(client, editor):
    response = sign_in(client, editor.email, "wrong")

    assert response.status_code == 422
    assert editor.email in response.content.decode()
    assert response.context["form"].errors


def test_an_unknown_address_reads_the_same_as_a_wrong_password(client, editor):
    unknown = sign_in(client, "nobody@waterrijk.example").context["form"].errors
    wrong = sign_in(client, editor.email, "wrong").context["form"].errors

    assert unknown == wrong


def test_who_is_signed_out_is_sent_to_sign_in_and_back(client, editor):
    page = client.get(reverse("organisations:account"))
    assert page.url == f"{SIGN_IN}?next=/account/"

    assert client.post(page.url, {"login": editor.email, "password": PASSWORD}).url == "/account/"


def test_no_sign_in_leads_to_another_site(client, editor):
    response = client.post(
        f"{SIGN_IN}?next=https://elders.example/", {"login": editor.email, "password": PASSWORD}
    )

    assert response.url == reverse("home")


def test_a_closed_account_stays_out(client, editor):
    editor.is_active = False
    editor.save()

    assert sign_in(client, editor.email).url == reverse("account_inactive")
    assert "_auth_user_id" not in client.session


def test_an_account_that_is_closed_meanwhile_is_out_at_once(editor):
    client = signed_in(editor)
    editor.is_active = False
    editor.save()

    assert client.get(reverse("organisations:account")).url.startswith(SIGN_IN)


def test_signing_out_asks_first(as_editor):
    assert as_editor.get(reverse("account_logout")).status_code == 200
    assert "_auth_user_id" in as_editor.session

    as_editor.post(reverse("account_logout"))
    assert "_auth_user_id" not in as_editor.session


def test_a_user_without_organisation_gets_a_page_with_a_way_out(db):
    response = signed_in(UserFactory()).get(reverse("home"))

    assert response.status_code == 403
    assert reverse("account_logout") in response.content.decode()


def test_a_session_lasts_a_working_day(client, editor):
    sign_in(client, editor.email)

    assert 8 * 3600 <= client.session.get_expiry_age() <= 16 * 3600
    assert settings.SESSION_COOKIE_HTTPONLY


@pytest.mark.parametrize("path", ["/account/signup/", "/account/aanmelden/", "/account/email/"])
def test_nobody_signs_up_or_keeps_addresses_here(as_viewer, path):
    assert as_viewer.get(path).status_code == 404


def test_no_second_list_of_addresses_is_kept(client, editor):
    sign_in(client, editor.email)
    client.post(reverse("account_reset_password"), {"email": editor.email})

    assert not EmailAddress.objects.exists()


def test_the_rate_limit_has_a_page_of_its_own(client, db, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/h/ip"}

    responses = [sign_in(client, f"{number}@waterrijk.example") for number in range(2)]

    assert responses[-1].status_code == 429
    assert "<html" in responses[-1].content.decode()


def test_roles_do_not_depend_on_django_staff(waterrijk, viewer):
    viewer.is_staff = viewer.is_superuser = True
    viewer.save()

    assert signed_in(viewer).get("/beheer/").status_code == 403
    assert viewer.memberships.get().role == Membership.Role.VIEWER
