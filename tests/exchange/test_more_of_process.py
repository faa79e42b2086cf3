"""Version 1.1 of the journey document tells more of a process step; older documents stay as they were."""

import pytest

from exchange.validation import InvalidDocument
from tests.exchange.documents import stored, with_steps

OLD, NEW = "leefwereld-journey/1", "leefwereld-journey/1.1"
MORE = {"seen": True, "awaited_by": "s1", "needed_by": "s2", "part_of": "Geboorte inschrijven"}


def journey(process: dict, **parts) -> dict:
    first = {"key": "s1", "title": "A", "process": [{"title": "Maakt de akte", **process}]}
    return with_steps(first, {"key": "s2", "title": "B"}, **parts)


def test_all_of_it_comes_in_and_goes_out(waterrijk):
    document = journey(MORE, format=NEW)

    export = stored(document, waterrijk)

    assert export["format"] == NEW
    assert export["phases"] == document["phases"]
    assert waterrijk.processes.get().name == "Geboorte inschrijven"


def test_an_older_document_comes_in_and_is_written_as_one_again(waterrijk):
    document = journey({"department": "Burgerzaken", "work_minutes": 5}, format=OLD)

    export = stored(document, waterrijk)

    assert export["format"] == OLD
    assert export["phases"] == document["phases"]


@pytest.mark.parametrize("key", MORE)
def test_each_of_it_alone_asks_for_the_new_version(waterrijk, key):
    assert stored(journey({key: MORE[key]}, format=NEW), waterrijk)["format"] == NEW


def test_what_is_not_seen_is_no_reason_for_a_newer_version(waterrijk):
    assert stored(journey({"seen": False}, format=NEW), waterrijk)["format"] == OLD


def test_a_process_that_is_there_is_used(waterrijk):
    stored(journey(MORE), waterrijk)
    stored(journey(MORE), waterrijk)

    assert waterrijk.processes.get().process_steps.count() == 2


def test_it_points_at_steps_of_the_document(waterrijk):
    with pytest.raises(InvalidDocument) as refused:
        stored(journey({"awaited_by": "nergens", "needed_by": "ook niet"}), waterrijk)

    assert [(error.path, error.message) for error in refused.value.errors] == [
        ("$.phases[0].steps[0].process[0].awaited_by", "No step has the key “nergens”."),
        ("$.phases[0].steps[0].process[0].needed_by", "No step has the key “ook niet”."),
    ]


def test_a_pain_comes_from_a_process_step_and_an_improvement_changes_one(waterrijk):
    document = journey({"key": "b1"}, format=NEW)
    document["phases"][0]["steps"][1]["pains"] = [
        {"key": "p1", "text": "Wachten", "severity": 2, "process_step": "b1"}
    ]
    document["improvements"] = [{"title": "Sneller", "process_step": "b1", "status": "idea"}]

    export = stored(document, waterrijk)

    assert export["phases"] == document["phases"]
    assert export["improvements"] == document["improvements"]
    assert export["format"] == NEW


def test_a_process_step_that_nothing_points_at_needs_no_key(waterrijk):
    export = stored(journey({"key": "b1"}, format=NEW), waterrijk)

    assert export["phases"][0]["steps"][0]["process"] == [{"title": "Maakt de akte"}]
    assert export["format"] == OLD


def test_what_points_at_no_process_step_is_refused(waterrijk):
    document = journey({"key": "b1"}, improvements=[{"title": "Sneller", "process_step": "s1"}])

    with pytest.raises(InvalidDocument) as refused:
        stored(document, waterrijk)

    assert [error.message for error in refused.value.errors] == ["No process step has the key “s1”."]
