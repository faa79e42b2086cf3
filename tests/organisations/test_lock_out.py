"""Guessing passwords ends soon, for the guesser only."""

import re
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.urls import reverse
from django.utils import timezone

PASSWORD = "a-long-password-for-tests"


def attempt(client: Client, email: str, password: str = "wrong", **headers):
    return client.post(reverse("account_login"), {"login": email, "password": password}, **headers)


@pytest.fixture
def locked(client, editor) -> Client:
    """A browser in which the password of the editor was wrong five times."""
    for _time in range(5):
        last = attempt(client, editor.email)
    assert last.status_code == 429
    return client


def test_the_fifth_failure_closes_the_door(client, editor):
    assert [attempt(client, editor.email).status_code for _time in range(5)] == [422] * 4 + [429]


def test_the_right_password_does_not_help_then(locked, editor):
    response = attempt(locked, editor.email, PASSWORD)

    assert response.status_code == 429
    assert "_auth_user_id" not in locked.session


def test_the_page_says_when_to_try_again(locked, editor):
    response = attempt(locked, editor.email)

    until = timezone.localtime(AccessAttempt.objects.get().attempt_time + timedelta(minutes=30))
    assert f"{until:%H:%M}" in re.findall(r"\d\d:\d\d", response.content.decode())
    assert 1700 < int(response.headers["Retry-After"]) <= 1800


def test_trying_on_does_not_lengthen_it(locked, editor):
    before = AccessAttempt.objects.get().attempt_time

    attempt(locked, editor.email)

    assert AccessAttempt.objects.get().attempt_time == before


def test_the_door_opens_after_half_an_hour(locked, editor):
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=31))

    assert attempt(locked, editor.email, PASSWORD).status_code == 302


def test_capitals_are_no_way_around(client, editor):
    addresses = [editor.email, editor.email.upper(), editor.email.title(), f" {editor.email}", editor.email]

    assert attempt(client, addresses[0]).status_code == 422
    assert [attempt(client, address).status_code for address in addresses[1:]][-1] == 429


def test_someone_elsewhere_and_a_colleague_get_in(locked, editor, viewer):
    assert attempt(Client(), editor.email, PASSWORD, REMOTE_ADDR="192.0.2.7").status_code == 302
    assert attempt(Client(), viewer.email, PASSWORD).status_code == 302


def test_a_forged_address_is_not_believed_without_a_proxy(client, editor):
    for number in range(5):
        last = attempt(client, editor.email, HTTP_X_FORWARDED_FOR=f"192.0.2.{number}")

    assert last.status_code == 429


def test_behind_a_proxy_people_are_told_apart(locked, editor, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1

    response = attempt(Client(), editor.email, PASSWORD, HTTP_X_FORWARDED_FOR="192.0.2.9")

    assert response.status_code == 302


def test_a_new_password_opens_the_door_at_once(locked, editor, mailoutbox):
    locked.post(reverse("account_reset_password"), {"email": editor.email})
    link = re.search(r"http://testserver(\S+)", mailoutbox[0].body)[1]
    form = locked.get(link).url
    locked.post(form, {"password1": "another-long-password", "password2": "another-long-password"})

    assert attempt(locked, editor.email, "another-long-password").status_code == 302


def test_what_was_typed_as_password_is_not_kept(locked):
    assert "wrong" not in AccessAttempt.objects.get().post_data
