"""What is read is the same document, said in one way."""

import json

from hypothesis import given

from exchange.validation import read_document
from journeys.figures import figures
from tests.exchange.broken import example, read, step
from tests.strategies import documents


def test_a_null_or_an_empty_text_is_left_out():
    document = example()
    step(document).update(doing=None, thinking="", pains=None, facts=[], key=None)
    found = step(read(document))
    assert found == {"title": "Ik doe een zwangerschapstest", "feeling": 2, "offset_days": -252, "facts": []}


def test_texts_are_kept_to_the_letter():
    document = example()
    step(document).update(title="  Ik bel  ", doing=" \n")
    assert step(read(document))["title"] == "  Ik bel  "
    assert step(read(document))["doing"] == " \n"


def test_whole_numbers_become_ints():
    document = example()
    step(document)["offset_days"] = -252.0
    found = step(read(document))["offset_days"]
    assert (found, type(found)) == (-252, int)


def test_references_said_twice_are_said_once_in_their_order():
    document = example()
    document["life_event"]["situations"] = ["ongehuwd", "gehuwd", "ongehuwd"]
    step(document)["only_for"] = ["gehuwd", "ongehuwd", "gehuwd"]
    document["findings"][0]["about"] = ["laat", "erkenning", "laat"]
    document["improvements"][0].update(addresses=["laat", "laat"], lands_at=["balie", "spreekuur", "balie"])
    found = read(document)
    assert found["life_event"]["situations"] == ["ongehuwd", "gehuwd"]
    assert step(found)["only_for"] == ["gehuwd", "ongehuwd"]
    assert found["findings"][0]["about"] == ["laat", "erkenning"]
    assert found["improvements"][0]["addresses"] == ["laat"]
    assert found["improvements"][0]["lands_at"] == ["balie", "spreekuur"]


def test_a_step_may_meet_a_touchpoint_twice():
    document = example()
    step(document, 1)["encounters"] *= 2
    document["persona"]["needs"] = ["Rust", "Rust"]
    assert read(document) == document


def test_phases_may_be_empty_and_so_may_the_journey():
    document = example()
    document.update(phases=[{"name": "Leeg", "steps": []}], improvements=[], findings=[], touchpoints=[])
    assert read(document) == document
    document["phases"] = []
    assert read(document) == document


@given(documents())
def test_reading_keeps_the_figures_and_reads_the_same_again(document):
    once = read_document(json.dumps(document, ensure_ascii=False).encode())
    assert read_document(json.dumps(once).encode()) == once
    assert figures(once) == figures(document)
    json.loads(json.dumps(once), object_pairs_hook=is_known)


def is_known(pairs: list[tuple]) -> dict:
    """Nothing that is read holds a null."""
    assert all(value is not None for _key, value in pairs)
    return dict(pairs)
