"""Someone has to be the first to manage an organisation."""

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from organisations.models import Membership, Organisation, User


def test_the_first_administrator_is_made_with_the_organisation(db, client, mailoutbox, capsys):
    call_command(
        "administrator", "noor@waterrijk.example", organisation="waterrijk", name="Gemeente Waterrijk"
    )

    membership = Membership.objects.get()
    assert membership.is_administrator
    assert membership.organisation.name == "Gemeente Waterrijk"
    assert "noor@waterrijk.example" in capsys.readouterr().out

    client.post(reverse("account_reset_password"), {"email": "noor@waterrijk.example"})
    assert "/wachtwoord/nieuw/" in mailoutbox[0].body


def test_someone_who_is_there_is_raised(editor, waterrijk):
    call_command("administrator", editor.email.upper(), organisation="waterrijk")

    assert editor.memberships.get().is_administrator


@pytest.mark.parametrize(
    ("email", "slug"), [("no address", "waterrijk"), ("noor@waterrijk.example", "no slug")]
)
def test_what_is_wrong_is_told_and_nothing_made(db, email, slug):
    with pytest.raises(CommandError):
        call_command("administrator", email, organisation=slug, name="Gemeente")

    assert not User.objects.exists()
    assert not Organisation.objects.exists()
