"""Two people who save at the same moment, for real: 500 rounds on one cell, no text lost in silence."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client

from improvements.models import AddressedPain
from journeys.models import Pain, Step
from tests import factories
from tests.conftest import signed_in

ROUNDS = 500


@pytest.fixture
def two_hands() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2) as hands:
        yield hands
        closing = Barrier(2)
        list(hands.map(lambda _hand: (closing.wait(), connection.close()), range(2)))


@pytest.fixture
def two_people(transactional_db, editor, administrator) -> list[Client]:
    return [signed_in(editor), signed_in(administrator)]


def both_save(hands: ThreadPoolExecutor, people: list[Client], sent: list[tuple[str, dict]]) -> list:
    """Each sends a form at the same moment."""
    start = Barrier(2)

    def save(person: Client, address: str, data: dict):
        start.wait()
        return person.post(address, data)

    return list(hands.map(save, people, *zip(*sent, strict=True)))


def both_texts(response) -> tuple[str, str]:
    """What a refused form holds, and what it says that the other wrote; 500 pages take long to parse."""
    page = response.content.decode()
    mine = re.search(r'<textarea name="doing"[^>]*>\s*(.*?)</textarea>', page)
    theirs = re.search(r'class="theirs__text">(.*?)<', page)
    return mine[1], theirs[1]


def test_of_two_who_write_in_one_cell_one_wins_and_the_other_is_told(two_hands, two_people, step, url):
    address, winners = f"{url}stappen/{step.pk}/doen/", set()
    for round_number in range(ROUNDS):
        seen = Step.objects.values_list("doing", flat=True).get(pk=step.pk)
        texts = [f"{round_number} van {who}" for who in ("ons", "hen")]
        sent = [(address, {"doing": text, "initial-doing": seen, "initial-designed": ""}) for text in texts]
        answers = both_save(two_hands, two_people, sent)

        won = Step.objects.values_list("doing", flat=True).get(pk=step.pk)
        assert sorted(answer.status_code for answer in answers) == [302, 422]
        for text, answer in zip(texts, answers, strict=True):
            assert won == text if answer.status_code == 302 else both_texts(answer) == (text, won)
        winners.add(texts.index(won))
    assert winners == {0, 1}, "both orders happen"


@pytest.mark.parametrize(
    "other", [("doen", "designed"), ("denken", "thinking"), ("gevoel", "feeling")], ids=lambda it: it[1]
)
def test_two_who_write_in_different_places_never_conflict(two_hands, two_people, step, url, other):
    path, field = other
    for round_number in range(25):
        now = Step.objects.get(pk=step.pk)
        ours, theirs = f"Wij {round_number}", str(round_number % 3)
        seen = {f"initial-{name}": getattr(now, name) or "" for name in ("doing", "designed", "thinking")}
        untouched = {"doing": now.doing} if path == "doen" else {}
        answers = both_save(
            two_hands,
            two_people,
            [
                (f"{url}stappen/{step.pk}/doen/", {"doing": ours, "designed": now.designed, **seen}),
                (f"{url}stappen/{step.pk}/{path}/", {**untouched, field: theirs, **seen}),
            ],
        )
        assert [answer.status_code for answer in answers] == [302, 302]
        now.refresh_from_db()
        assert (now.doing, str(getattr(now, field))) == (ours, theirs)


def test_a_change_that_is_sent_twice_at_once_is_made_once(two_hands, two_people, step, url):
    same = [two_people[0], two_people[0]]
    for round_number in range(25):
        data = {"text": f"Knelpunt {round_number}", "severity": "1", "once": f"token {round_number}"}
        answers = both_save(two_hands, same, [(f"{url}stappen/{step.pk}/knelpunten/nieuw/", data)] * 2)
        assert [answer.status_code for answer in answers] == [302, 302]
    assert step.pains.count() == 25


def test_two_improvements_of_each_others_pains_are_both_saved(two_hands, two_people, step):
    """Each locks its own journey and raises the version of the other's: one of them is done again."""
    pains = [factories.PainFactory(step=step), factories.make(Pain, step.organisation)]
    rows = [
        factories.ImprovementFactory(journey=pain.step.phase.journey, organisation=step.organisation)
        for pain in pains
    ]
    sent = [
        (
            f"/verbeteringen/{row.pk}/knelpunten/?klantreis={other.step.phase.journey_id}",
            {"addresses": other.pk},
        )
        for row, other in zip(rows, reversed(pains), strict=True)
    ]
    for _round in range(3):
        AddressedPain.objects.all().delete()

        answers = both_save(two_hands, two_people, sent)

        assert [answer.status_code for answer in answers] == [302, 302]
        assert AddressedPain.objects.count() == 2
