"""Choosing a new password through the mailbox."""

import re

import pytest
from django.urls import reverse

from organisations.models import User

NEW = "another-long-password"


@pytest.fixture
def link(client, editor, mailoutbox) -> str:
    """The link that the editor got."""
    client.post(reverse("account_reset_password"), {"email": editor.email})
    return re.search(r"http://testserver(\S+)", mailoutbox[-1].body)[1]


def test_the_link_leads_to_a_new_password(client, editor, link):
    form = client.get(link).url
    response = client.post(form, {"password1": NEW, "password2": NEW})

    assert response.url == reverse("account_reset_password_from_key_done")
    assert client.get(response.url).status_code == 200
    assert User.objects.get(pk=editor.pk).check_password(NEW)


def test_the_link_works_once(client, link):
    client.post(client.get(link).url, {"password1": NEW, "password2": NEW})

    page = client.get(link)

    assert page.context["token_fail"]


def test_a_weak_password_is_refused_and_told_why(client, editor, link):
    response = client.post(client.get(link).url, {"password1": "short", "password2": "short"})

    assert response.status_code == 422
    assert response.context["form"].errors["password1"]


@pytest.mark.parametrize("key", ["1-abc-def", "zzzzzzzzzzzzz-abc", "0-set-password"])
def test_a_made_up_link_opens_nothing(client, db, key):
    uidb36, rest = key.split("-", 1)
    response = client.get(reverse("account_reset_password_from_key", args=[uidb36, rest]))

    assert response.context["token_fail"]


def test_the_answer_does_not_tell_whether_there_is_an_account(client, editor, mailoutbox):
    known = client.post(reverse("account_reset_password"), {"email": editor.email})
    unknown = client.post(reverse("account_reset_password"), {"email": "nobody@waterrijk.example"})

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert [mail.to for mail in mailoutbox] == [[editor.email], ["nobody@waterrijk.example"]]


def test_a_closed_account_gets_no_link(client, editor, mailoutbox):
    editor.is_active = False
    editor.save()

    client.post(reverse("account_reset_password"), {"email": editor.email})

    assert "/wachtwoord/nieuw/" not in mailoutbox[0].body


def test_messages_are_plain_text_in_the_language_of_the_reader(client, editor, mailoutbox):
    editor.language = "en"
    editor.save()
    client.post(reverse("account_reset_password"), {"email": editor.email})

    mail = mailoutbox[0]

    assert mail.subject == "Choose a new password for Leefwereld"
    assert not mail.alternatives
    assert "<" not in mail.body


def test_the_address_must_be_one(client, db, mailoutbox):
    response = client.post(reverse("account_reset_password"), {"email": "no address"})

    assert response.status_code == 422
    assert not mailoutbox


def test_one_changes_the_password_with_the_old_one(as_editor, editor):
    url = reverse("account_change_password")
    wrong = as_editor.post(url, {"oldpassword": "wrong", "password1": NEW, "password2": NEW})
    right = as_editor.post(
        url, {"oldpassword": "a-long-password-for-tests", "password1": NEW, "password2": NEW}
    )

    assert wrong.status_code == 422
    assert right.url == reverse("organisations:account")
    assert User.objects.get(pk=editor.pk).check_password(NEW)
