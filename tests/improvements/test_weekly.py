"""Once a week an owner hears what is due; sent once, in their language, and switched off where they like."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone

from improvements.models import MailSent
from improvements.weekly import token_of
from tests import factories
from tests.pages import page


@pytest.fixture
def journey(waterrijk):
    return factories.JourneyFactory(organisation=waterrijk, title="Wij krijgen een kind")


def due(journey, owner, days: int = 0, title: str = "Kaart bij de echo", **fields):
    day = timezone.localdate() + timedelta(days=days)
    return factories.ImprovementFactory(
        journey=journey, title=title, owner_person=owner, owner=str(owner), follow_up=day, **fields
    )


def weekly(**options) -> str:
    out = StringIO()
    call_command("weekly_due", stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def test_an_owner_hears_what_is_late_or_due(editor, journey, settings):
    settings.SITE_URL = "https://leefwereld.example"
    row = due(journey, editor, -7)
    due(journey, editor, 6, title="Straks")
    due(journey, editor, 8, title="Nog niet")
    due(journey, editor, -1, title="Al klaar", status="done")

    weekly()

    [message] = mail.outbox
    [(html, kind)] = message.alternatives
    assert message.to == [editor.email]
    assert message.subject == "2 verbeteringen om naar te kijken"
    for text in (message.body, html):
        assert f"https://leefwereld.example{row.get_absolute_url()}" in text
        assert "7 dagen te laat" in text
        assert "Straks" in text
        assert "Nog niet" not in text
        assert "Al klaar" not in text
    assert kind == "text/html"
    assert "List-Unsubscribe" in message.extra_headers


def test_it_is_sent_once_a_week(editor, journey):
    due(journey, editor)

    weekly()
    weekly()
    assert len(mail.outbox) == 1

    MailSent.objects.update(week=timezone.localdate() - timedelta(days=14))
    weekly()
    assert len(mail.outbox) == 2


def test_a_dry_run_sends_nothing_and_tells_who(editor, journey):
    due(journey, editor)

    assert f"{editor.email} (waterrijk): 1" in weekly(dry_run=True)
    assert (mail.outbox, MailSent.objects.count()) == ([], 0)


def test_it_speaks_the_language_of_who_gets_it(editor, journey):
    editor.language = "en"
    editor.save()
    due(journey, editor, -1)

    weekly()

    assert mail.outbox[0].subject == "1 improvement to look at"
    assert "1 day late" in mail.outbox[0].body


def test_only_active_members_get_it(editor, stranger, viewer, journey):
    viewer.is_active = False
    viewer.save()
    for person in (stranger, viewer):
        due(journey, person)
    due(journey, editor).journey.organisation.memberships.filter(user=editor).delete()

    weekly()

    assert mail.outbox == []


def test_a_message_of_each_organisation_has_only_its_own(editor, journey, elsewhere):
    factories.MembershipFactory(user=editor, organisation=elsewhere)
    due(journey, editor, title="Hier")
    due(factories.JourneyFactory(organisation=elsewhere), editor, title="Daar")

    weekly()

    bodies = [message.body for message in mail.outbox]
    assert sorted(("Hier" in body, "Daar" in body) for body in bodies) == [(False, True), (True, False)]


def test_what_the_mail_server_refuses_is_tried_again(editor, journey, monkeypatch):
    due(journey, editor)

    def refuse(*_args, **_kwargs):
        raise OSError("no route")

    with monkeypatch.context() as patch:
        patch.setattr("django.core.mail.EmailMultiAlternatives.send", refuse)
        with pytest.raises(CommandError):
            weekly()

    weekly()
    assert len(mail.outbox) == 1


def test_it_is_switched_off_and_on_in_the_account(as_viewer, viewer, journey):
    due(journey, viewer)
    account = page(as_viewer, "/account/")
    assert account.select_one("#weekly [name=aan]")["value"] == "0"

    as_viewer.post("/account/weekbericht/", {"aan": "0"})
    weekly()
    assert mail.outbox == []

    as_viewer.post("/account/weekbericht/", {"aan": "1"})
    weekly()
    assert len(mail.outbox) == 1


def test_the_link_in_the_message_works_without_signing_in(client, editor, journey):
    due(journey, editor)
    weekly()
    link = f"/weekbericht/{token_of(editor)}/"
    assert link in mail.outbox[0].body

    # Programs that look for viruses follow it too.
    assert editor.email in page(client, link).text
    assert not hasattr(editor, "mail_off")
    client.post(link)

    editor.refresh_from_db()
    assert editor.mail_off
    assert "staat uit" in page(client, link).text
    client.post(link, {"aan": "1"})
    MailSent.objects.all().delete()
    weekly()
    assert len(mail.outbox) == 2


@pytest.mark.parametrize("token", ["made-up", "1:x:y"])
def test_a_link_that_was_made_up_is_not_found(client, editor, token):
    assert client.get(f"/weekbericht/{token}/").status_code == 404
    assert client.post(f"/weekbericht/{token}/").status_code == 404


@pytest.mark.parametrize("count", [1, 10])
def test_it_asks_little_whatever_there_is_to_send(editor, journey, count, django_assert_max_num_queries):
    for number in range(count):
        due(journey, editor, title=f"Verbetering {number}")

    with django_assert_max_num_queries(12):
        weekly()
