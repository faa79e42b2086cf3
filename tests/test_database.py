"""After a test that committed, the next begins with nothing."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection

from exchange.worked_example import load_example
from tests import database


def rows() -> list[str]:
    with connection.cursor() as cursor:
        return database.holding_rows(cursor)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("may_skip", ["SELECT true", "SELECT false"], ids=["deleted", "truncated"])
def test_nothing_is_left_and_no_history_of_it(monkeypatch, may_skip):
    monkeypatch.setattr(database, "MAY_SKIP_TRIGGERS", may_skip)
    load_example()
    assert '"journeys_stepevent"' in rows()

    database.empty()

    assert rows() == []
    assert Permission.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_next_test_hears_of_triggers_again():
    load_example()
    database.empty()
    load_example()

    assert '"journeys_stepevent"' in rows()
