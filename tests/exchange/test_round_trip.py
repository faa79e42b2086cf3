"""An export that is imported again gives the same text, here and in another organisation."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exchange.validation import read_document
from exchange.worked_example import DOCUMENTS
from journeys.figures import figures
from organisations.models import Organisation
from tests.exchange.documents import document, stored, text_after_import, with_steps
from tests.factories import OrganisationFactory
from tests.strategies import documents

POINTING = ("awaited_by", "needed_by", "process_step")
real_database = settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@contextmanager
def unspoilt() -> Iterator[Organisation]:
    """An organisation for one example, gone afterwards; what the database checks at commit is checked."""
    with transaction.atomic():
        yield OrganisationFactory()
        connection.check_constraints()
        transaction.set_rollback(True)


@real_database
@given(documents())
def test_an_export_imports_to_the_same_text_in_the_same_organisation(db, imported):
    with unspoilt() as organisation:
        first = text_after_import(imported, organisation)

        assert text_after_import(first, organisation) == first


@real_database
@given(documents())
def test_an_export_imports_to_the_same_text_in_another_organisation(db, imported):
    with unspoilt() as organisation, unspoilt() as other:
        first = text_after_import(imported, organisation)

        assert text_after_import(first, other) == first


@real_database
@given(documents(), documents())
def test_an_export_survives_what_the_organisation_had_before(db, earlier, imported):
    with unspoilt() as organisation:
        text_after_import(earlier, organisation)
        first = text_after_import(imported, organisation)

        assert text_after_import(first, organisation) == first


@real_database
@given(documents(), st.data())
def test_the_figures_are_those_of_the_document_that_came_in(db, imported, data):
    situations = imported["life_event"].get("situations") or []
    chosen = data.draw(st.lists(st.sampled_from(situations), max_size=2)) if situations else []
    with unspoilt() as organisation:
        assert figures(stored(imported, organisation), chosen) == figures(imported, chosen)


@real_database
@given(documents())
def test_what_a_document_tells_is_what_an_export_tells(db, imported):
    with unspoilt() as organisation:
        told, export = read_document(json.dumps(imported).encode()), stored(imported, organisation)

    assert _told(export) == _told(told)


def _told(document: dict) -> dict:
    """Without what an export may write in another way: keys, defaults, and touchpoints that nothing uses."""
    places = {item["key"]: (item["name"], item["channel"], item["party"]) for item in document["touchpoints"]}
    steps = [step for phase in document["phases"] for step in phase["steps"]]
    pointed_at = [*steps, *(item for step in steps for item in step.get("process", []))]
    texts = {thing.get("key"): (thing["title"], None) for thing in pointed_at}
    phases = [
        {"name": phase["name"], "steps": [_told_step(step, places, texts) for step in phase["steps"]]}
        for phase in document["phases"]
    ]
    return {
        "life_event": _filled(document["life_event"]),
        "persona": _filled(document["persona"]),
        "journey": _filled(document["journey"]),
        "phases": phases,
        "improvements": [_told_improvement(item, places, texts) for item in document["improvements"]],
        "findings": [
            _filled({"kind": "desk", **item, "about": [texts[key] for key in item.get("about", [])]})
            for item in document["findings"]
        ],
    }


def _told_step(step: dict, places: dict, texts: dict) -> dict:
    pains = [{"severity": 2, **_pointing(pain, texts)} for pain in step.get("pains", [])]
    for thing in (step, *pains):
        texts[thing.get("key")] = (thing.get("title"), thing.get("text"))
    encounters = [
        {"wanted": True, **item, "touchpoint": places[item["touchpoint"]]}
        for item in step.get("encounters", [])
    ]
    process = [_without_key({"seen": False, **_pointing(item, texts)}) for item in step.get("process", [])]
    told = {**step, "pains": [_without_key(pain) for pain in pains]}
    told |= {"encounters": encounters, "process": process}
    return _filled(_without_key(told))


def _told_improvement(item: dict, places: dict, texts: dict) -> dict:
    lands_at = []
    for key in item.get("lands_at", []):
        if places[key] not in lands_at:
            lands_at.append(places[key])
    addresses = [texts[key] for key in item.get("addresses", [])]
    return _filled({"status": "idea", **_pointing(item, texts), "addresses": addresses, "lands_at": lands_at})


def _pointing(item: dict, texts: dict) -> dict:
    """What it points at by its words, as keys may differ."""
    return {**item, **{name: texts[item[name]] for name in POINTING if name in item}}


def _without_key(item: dict) -> dict:
    return {name: value for name, value in item.items() if name != "key"}


def _filled(item: dict) -> dict:
    return {name: value for name, value in item.items() if value != []}


@pytest.mark.parametrize("file", sorted(DOCUMENTS.glob("*.json")), ids=lambda file: file.stem)
def test_the_worked_example_keeps_its_text(waterrijk, elsewhere, file):
    first = text_after_import(file.read_text(encoding="utf-8"), waterrijk)

    assert text_after_import(first, waterrijk) == first
    assert text_after_import(first, elsewhere) == first


def test_texts_stay_exactly_as_they_came(waterrijk):
    odd = '  “Ja”\t\n\r\n\u00a0é e\u0301 👩‍👩‍👧 \\ " </script>  '

    export = stored(with_steps({"title": odd, "doing": odd}, persona={"name": odd}), waterrijk)

    assert export["phases"][0]["steps"][0] == {"key": "s1", "title": odd, "doing": odd}
    assert export["persona"] == {"name": odd}


def test_zero_and_no_are_told_and_unknown_is_left_out(waterrijk):
    known = {"title": "A", "feeling": 0, "offset_days": 0, "duration_days": 0}
    empty = {"title": "B", "feeling": None, "offset_days": None, "duration_days": None, "doing": ""}

    export = stored(with_steps(known, empty, persona={"name": "Mo", "lives_here": False}), waterrijk)

    assert export["phases"][0]["steps"] == [{"key": "s1", **known}, {"key": "s2", "title": "B"}]
    assert export["persona"] == {"name": "Mo", "lives_here": False}


def test_a_phase_without_steps_stays(waterrijk):
    phases = [{"name": "Leeg", "steps": []}, {"name": "Leeg", "steps": []}]

    assert stored(document(phases=phases), waterrijk)["phases"] == phases
