"""The connection that listens hears what is committed anywhere, and comes back after it was cut."""

from queue import Queue

import pytest
from django.db import connection, transaction

from journeys.models import Journey
from live.listening import Listener
from tests.factories import StepFactory

PATIENCE = 20  # seconds
SAY = "SELECT pg_notify('counted', %s)"
END = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE 'LISTEN%'"""


class Heard:
    """What a listener told, in order."""

    def __init__(self, *channels: str) -> None:
        self.notices, self.connections = Queue(), Queue()
        self.listener = Listener(
            channels, lambda *told: self.notices.put(told), lambda: self.connections.put(True)
        )
        self.listener.start()
        self.connections.get(timeout=PATIENCE)

    def next(self) -> tuple[str, str]:
        return self.notices.get(timeout=PATIENCE)


@pytest.fixture
def heard(transactional_db, request):
    made = Heard(*getattr(request, "param", ["counted"]))
    yield made
    made.listener.end()


def say(words: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(SAY, [words])


def test_it_hears_at_commit_and_not_before(heard):
    with transaction.atomic():
        say("later")
        heard.listener.say("counted", "first")
        assert heard.next() == ("counted", "first")

    assert heard.next() == ("counted", "later")


def test_what_is_rolled_back_is_not_heard(heard):
    with transaction.atomic():
        say("never")
        transaction.set_rollback(True)
    say("now")

    assert heard.next() == ("counted", "now")


def test_it_comes_back_and_says_so_when_its_connection_was_cut(heard):
    with connection.cursor() as cursor:
        cursor.execute(END)
        assert cursor.rowcount == 1

    assert heard.connections.get(timeout=PATIENCE)
    say("again")
    assert heard.next() == ("counted", "again")


def test_what_is_said_after_it_ended_is_let_go(heard):
    heard.listener.end()

    heard.listener.say("counted", "too late")


@pytest.mark.parametrize("heard", [["journey_changed"]], indirect=True)
def test_a_row_that_is_written_in_sql_is_heard(heard):
    step = StepFactory()
    while heard.notices.qsize():
        heard.next()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE journeys_step SET doing = 'anders' WHERE id = %s", [step.pk])

    _channel, told = heard.next()
    assert f'"journey" : {step.phase.journey_id}' in told


@pytest.mark.parametrize("heard", [["catalogue_changed"]], indirect=True)
def test_another_name_in_the_catalogue_is_heard(heard):
    step = StepFactory()
    persona = Journey.objects.get(pk=step.phase.journey_id).persona
    persona.name = "Iemand anders"
    persona.save()

    assert f"{step.organisation_id}" in heard.next()[1]


@pytest.mark.parametrize("heard", [["access_changed"]], indirect=True)
def test_a_role_that_changed_is_heard(heard, viewer):
    viewer.memberships.update(role="editor")

    assert heard.next() == ("access_changed", f'{{"user" : {viewer.pk}}}')
