"""The document that an export writes of a journey."""

import json

from django.db import connection
from django.test.utils import CaptureQueriesContext

from exchange.exporter import exported
from exchange.importer import import_document
from exchange.validation import read_document
from journeys.documents import document_of
from tests import factories
from tests.exchange.documents import BALIE, document, of_size, step, stored, whole, with_steps

FAMILY = {"key": "f", "name": "Familie", "channel": "other", "party": {"name": "Kring", "kind": "network"}}
FORUM = {"key": "o", "name": "Forum", "channel": "website", "party": {"name": "Kring", "kind": "network"}}


def test_a_journey_that_is_loaded_whole_needs_no_more_queries(waterrijk, django_assert_num_queries):
    journey = whole(import_document(of_size(3), waterrijk, by=None))

    with django_assert_num_queries(0):
        document_of(journey)


def test_loading_runs_the_same_number_of_queries_for_more_steps(waterrijk, django_assert_num_queries):
    few = import_document(of_size(1), waterrijk, by=None)
    many = import_document(of_size(30), waterrijk, by=None)

    with CaptureQueriesContext(connection) as queries:
        whole(few)
    with django_assert_num_queries(len(queries)):
        whole(many)


def test_an_export_is_a_valid_document(waterrijk):
    export = stored(of_size(3), waterrijk)

    assert read_document(json.dumps(export).encode()) == export


def test_the_smallest_export_has_the_lists_of_the_format(waterrijk):
    assert stored(document(), waterrijk) == document()


def test_keys_stand_in_the_order_of_the_format(waterrijk):
    imported = of_size(1)
    backwards = {name: imported[name] for name in reversed(imported)}

    export = stored(backwards, waterrijk)

    assert list(export) == list(document())
    assert list(export["phases"][0]["steps"][0]) == list(step(0))


def test_touchpoints_stand_in_the_order_of_their_first_use(waterrijk):
    export = stored(
        with_steps(
            {"title": "A", "encounters": [{"touchpoint": "o"}]},
            {"title": "B", "encounters": [{"touchpoint": "f"}, {"touchpoint": "o"}]},
            touchpoints=[BALIE, FAMILY, FORUM],
            improvements=[{"title": "Beter", "lands_at": ["balie", "f"]}],
        ),
        waterrijk,
    )

    assert [(place["key"], place["name"]) for place in export["touchpoints"]] == [
        ("t1", "Forum"),
        ("t2", "Familie"),
        ("t3", "Balie"),
    ]
    assert export["improvements"][0]["lands_at"] == ["t3", "t2"]


def test_keys_follow_from_the_order_of_steps_and_pains(waterrijk):
    au = [{"text": "Au"}, {"text": "Au"}]
    phases = [
        {"name": "A", "steps": [{"title": "A", "pains": au}, {"title": "A"}]},
        {"name": "B", "steps": [{"title": "B", "pains": au}]},
    ]

    found = [
        step for phase in stored(document(phases=phases), waterrijk)["phases"] for step in phase["steps"]
    ]

    assert [step["key"] for step in found] == ["s1", "s2", "s3"]
    pains = [pain["key"] for step in found for pain in step.get("pains", [])]
    assert pains == ["p1", "p2", "p3", "p4"]


def test_the_same_journey_gives_the_same_text_each_time(waterrijk):
    journey = import_document(of_size(3), waterrijk, by=None)

    assert exported(whole(journey)) == exported(whole(journey))


def test_the_text_is_readable_and_ends_with_a_line(waterrijk):
    text = exported(whole(import_document(document(persona={"name": "Çelik"}), waterrijk, by=None)))

    assert text.startswith('{\n  "format": "leefwereld-journey/1",\n')
    assert '"name": "Çelik"' in text
    assert text.endswith("}\n")


def test_an_improvement_that_helps_another_journey_is_told_in_both(waterrijk):
    journey = import_document(of_size(1), waterrijk, by=None)
    other = import_document(of_size(1), waterrijk, by=None)
    factories.AddressedPainFactory(
        improvement=journey.improvements.get(), pain=other.phases.get().steps.get().pains.get()
    )

    for one, count in ((journey, 1), (other, 2)):
        told = document_of(whole(one))["improvements"]
        assert [improvement["addresses"] for improvement in told] == [["p1"]] * count
    again = import_document(document_of(whole(other)), waterrijk, by=None)
    assert exported(whole(again)) == exported(whole(other))
