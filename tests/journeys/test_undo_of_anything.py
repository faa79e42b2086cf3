"""Whatever is done to whatever journey: undone it is as it was, and nobody else's words are lost by that."""

from collections.abc import Callable
from contextlib import suppress

from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from exchange.importer import import_document
from journeys.changes import changing
from journeys.documents import document_of
from journeys.models import Change, Journey, Pain, Step
from journeys.reverting import Changed, Gone
from journeys.undoing import Elsewhere, Nothing, redo, restore, undo
from organisations.models import Organisation, User
from tests import factories
from tests.exchange.test_round_trip import real_database, unspoilt
from tests.journeys.acts import Choose, act, steps_of
from tests.strategies import documents


def document(journey: Journey) -> dict:
    return document_of(Journey.objects.whole().get(pk=journey.pk))


def someone(organisation: Organisation) -> User:
    return factories.MembershipFactory(organisation=organisation).user


def is_in_order(journey: Journey) -> bool:
    """Every line of rows is numbered from nought without a gap, and no reference dangles."""
    connection.check_constraints()
    lines = [
        journey.phases.all(),
        journey.evidence.all(),
        *(phase.steps.all() for phase in journey.phases.all()),
    ]
    lines += [
        cards.all() for step in steps_of(journey) for cards in (step.pains, step.facts, step.encounters)
    ]
    lines += [step.process_steps.all() for step in steps_of(journey)]
    return all([row.order for row in line] == list(range(len(line))) for line in lines)


@real_database
@given(documents(), st.integers(1, 6), st.data())
def test_any_changes_undone_give_the_old_document_back(db, imported, times, data):
    with unspoilt() as organisation:
        journey = import_document(imported, organisation, by=None)
        choose = Choose(data, someone(organisation))
        documents_then = [document(journey)]
        for _time in range(times):
            act(journey, choose)
            if document(journey) != documents_then[-1]:
                documents_then.append(document(journey))

        undone_and_done_again(journey, choose.by, documents_then)
        restore(journey, journey.changes.get(kind=Change.Kind.BEGIN), choose.by)
        assert document(journey) == documents_then[0]
        if documents_then[0] != documents_then[-1]:
            undo(journey, choose.by)
        assert document(journey) == documents_then[-1]
        assert is_in_order(journey)


def undone_and_done_again(journey: Journey, user: User, documents_then: list[dict]) -> None:
    """Back through each of the documents to the first, and forth to the last."""
    for expected in reversed(documents_then[:-1]):
        while document(journey) != expected:
            undo(journey, user)
            assert is_in_order(journey)
    for expected in documents_then[1:]:
        while document(journey) != expected:
            redo(journey, user)


@real_database
@given(documents(), st.lists(st.sampled_from(["mine", "theirs", "undo", "redo"]), max_size=12), st.data())
def test_undoing_in_between_never_takes_what_someone_else_wrote(db, imported, doings, data):
    with unspoilt() as organisation:
        journey = import_document(imported, organisation, by=None)
        mine, theirs = Choose(data, someone(organisation)), Choose(data, someone(organisation))
        written: set[str] = set()
        for number, doing in enumerate(doings):
            if doing == "mine":
                act(journey, mine)
                written &= texts_in(journey)  # what I take away on purpose
            elif doing == "theirs":
                written |= write(journey, theirs, f"van hen {number}")
                written &= texts_in(journey)
            else:
                attempt({"undo": undo, "redo": redo}[doing], journey, mine.by)
            assert written <= texts_in(journey)
            assert is_in_order(journey)


def write(journey: Journey, choose: Choose, text: str) -> set[str]:
    """In a cell, or as a new pain."""
    if not steps_of(journey):
        return set()
    step = choose(steps_of(journey))
    with changing(journey, by=choose.by):
        if choose([True, False]):
            Step.objects.filter(pk=step.pk).update(doing=text)
        else:
            Pain(organisation_id=journey.organisation_id, step=step, text=text).place_last()
    return {text}


def texts_in(journey: Journey) -> set[str]:
    steps = steps_of(journey)
    return {step.doing for step in steps} | {pain.text for step in steps for pain in step.pains.all()}


def attempt(take_back: Callable, journey: Journey, user: User) -> None:
    """What can't be undone is refused, and that is all."""
    with suppress(Nothing, Changed, Gone, Elsewhere):
        take_back(journey, user)
