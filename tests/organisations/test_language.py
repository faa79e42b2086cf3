"""Dutch unless someone chooses otherwise."""

import re

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.urls import reverse

from organisations.models import User

LANGUAGE = "/taal/"


def language(response) -> str:
    return response.headers["Content-Language"]


def test_the_browser_does_not_choose(client, db):
    assert language(client.get(reverse("account_login"), headers={"accept-language": "en"})) == "nl"


def test_who_is_signed_out_chooses_a_language(client, db):
    response = client.post(LANGUAGE, {"language": "en", "next": "/account/inloggen/?next=/account/"})

    assert response.url == "/account/inloggen/?next=/account/"
    assert language(client.get(response.url)) == "en"


def test_a_choice_leads_to_no_other_site(client, db):
    assert client.post(LANGUAGE, {"language": "en", "next": "https://elders.example/"}).url == "/"


@pytest.mark.parametrize("choice", ["", "fr", "../nl", "x" * 5000])
def test_a_language_that_is_none_is_not_found(client, db, choice):
    assert client.post(LANGUAGE, {"language": choice}).status_code == 404


def test_ones_name_and_language_apply_at_once(as_editor, editor):
    account = reverse("organisations:account")
    response = as_editor.post(account, {"first_name": "Bo", "last_name": "de Wit", "language": "en"})

    assert response.url == account
    assert language(as_editor.get(account)) == "en"
    assert str(User.objects.get(pk=editor.pk)) == "Bo de Wit"


def test_the_sign_in_page_follows_the_account(as_editor):
    as_editor.post(reverse("organisations:account"), {"first_name": "", "last_name": "", "language": "en"})
    as_editor.post(reverse("account_logout"))

    assert language(as_editor.get(reverse("account_login"))) == "en"


def test_a_wrong_account_keeps_what_was_typed(as_editor, editor):
    response = as_editor.post(
        reverse("organisations:account"), {"first_name": "x" * 151, "last_name": "Wit", "language": "fr"}
    )

    assert response.status_code == 422
    assert "x" * 151 in response.content.decode()
    assert User.objects.get(pk=editor.pk).first_name == ""


def test_the_button_works_for_who_is_signed_in_too(as_editor, editor):
    as_editor.post(LANGUAGE, {"language": "en"})

    assert User.objects.get(pk=editor.pk).language == "en"


def test_nobody_is_addressed_in_two_ways():
    """The Dutch says “je”, never “u”."""
    with (settings.BASE_DIR / "locale/nl/LC_MESSAGES/django.po").open("rb") as file:
        texts = [message.string for message in read_po(file)]
    said = [form for text in texts for form in ([text] if isinstance(text, str) else text)]
    formal = re.compile(r"\b(u|uw|uzelf)\b", re.IGNORECASE)
    assert [text for text in said if formal.search(text)] == []
