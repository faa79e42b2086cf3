import json

import pytest
from django.core.management import call_command

from organisations.models import Membership, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    return tmp_path / "var" / "demo-accounts"


def make(file) -> list[dict[str, str]]:
    call_command("demo_accounts", file=file, verbosity=0)
    return json.loads(file.read_text())


def test_each_role_has_an_account_that_can_sign_in(file, client):
    accounts = make(file)

    assert [account["role"] for account in accounts] == list(Membership.Role)
    for account in accounts:
        user = User.objects.get(email=account["email"])
        assert user.check_password(account["password"])
        assert user.memberships.get(organisation__slug="waterrijk").role == account["role"]


def test_the_administrator_can_switch_organisation(file):
    make(file)

    assert User.objects.get(email="beheerder@waterrijk.example").memberships.count() == 2


def test_only_the_owner_reads_the_passwords(file):
    file.parent.mkdir()
    file.write_text("[]")
    file.chmod(0o644)

    make(file)

    assert file.stat().st_mode & 0o777 == 0o600


def test_passwords_stay_the_same_the_next_time(file):
    assert make(file) == make(file)


def test_a_new_database_gets_the_passwords_that_are_known(file):
    before = make(file)
    User.objects.all().delete()

    assert make(file) == before
    assert User.objects.get(email=before[0]["email"]).check_password(before[0]["password"])


def test_lost_passwords_are_made_anew(file):
    before = make(file)
    file.unlink()

    after = make(file)

    assert before != after
    assert User.objects.get(email=after[0]["email"]).check_password(after[0]["password"])


def test_a_role_that_was_changed_stays_changed(file):
    make(file)
    Membership.objects.filter(user__email="kijker@waterrijk.example").update(role=Membership.Role.EDITOR)
    file.unlink()

    make(file)

    assert Membership.objects.get(user__email="kijker@waterrijk.example").role == Membership.Role.EDITOR
