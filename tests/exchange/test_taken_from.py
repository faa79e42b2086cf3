"""A journey that comes from another organisation says so, and goes on saying so."""

import json

import pytest

from exchange.exporter import exported, exported_by_name
from exchange.importer import import_document
from journeys.models import Journey
from tests.exchange.documents import document
from tests.exchange.test_commands import run

FARAH = document()


def whole(journey: Journey) -> Journey:
    return Journey.objects.whole().get(pk=journey.pk)


@pytest.fixture
def sent(waterrijk) -> str:
    """What Waterrijk gives away, with its name on it."""
    return exported_by_name(whole(import_document(FARAH, waterrijk, by=None)))


def test_it_goes_elsewhere_and_out_again_with_the_same_bytes(waterrijk, elsewhere, sent):
    there = import_document(sent.encode(), elsewhere, by=None)

    assert there.taken_from == waterrijk.name
    assert exported(whole(there)) == sent
    assert exported_by_name(whole(there)) == sent
    assert json.loads(sent)["format"] == "leefwereld-journey/1.1"


def test_what_comes_home_is_our_own(waterrijk, sent):
    assert import_document(sent.encode(), waterrijk, by=None).taken_from == ""


def test_one_of_our_own_says_nothing_unless_asked(waterrijk):
    own = whole(import_document(FARAH, waterrijk, by=None))

    assert "organisation" not in json.loads(exported(own))["journey"]
    assert json.loads(exported(own))["format"] == "leefwereld-journey/1"
    printed = run("export", str(own.pk), "--by-name")
    assert json.loads(printed)["journey"]["organisation"] == waterrijk.name


def test_who_imports_can_say_where_it_comes_from(waterrijk, tmp_path):
    file = tmp_path / "journey.json"
    file.write_text(json.dumps(FARAH), encoding="utf-8")

    run("import", str(file), "--organisation", "waterrijk", "--from", "Gemeente Elders")

    assert waterrijk.journeys.get().taken_from == "Gemeente Elders"


def test_the_document_knows_better_than_who_imports_it(elsewhere, waterrijk, sent):
    there = import_document(sent.encode(), elsewhere, by=None, taken_from="Gemeente Verweg")

    assert there.taken_from == waterrijk.name
