"""What an import stores: always a new journey, whole, or nothing at all."""

import json

import pghistory.models
import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from exchange.importer import import_document
from exchange.validation import InvalidDocument
from journeys.models import EvidenceAbout, Journey, Step
from organisations.models import Content, Organisation
from personas.models import Finding
from tests.exchange.documents import BALIE, document, of_size, step, stored, with_steps

CONTENT = [model for model in apps.get_models() if issubclass(model, Content)]


def number_of_rows() -> int:
    return sum(model.objects.count() for model in CONTENT)


def test_a_document_imported_twice_gives_two_journeys(waterrijk):
    first = import_document(document(), waterrijk, by=None)
    second = import_document(document(), waterrijk, by=None)

    assert {journey.pk for journey in waterrijk.journeys.all()} == {first.pk, second.pk}
    assert first.pk != second.pk


def test_bytes_and_dicts_are_both_read(waterrijk):
    raw = json.dumps(document()).encode()

    assert stored(raw, waterrijk) == stored(document(), waterrijk)


def test_phases_steps_and_cards_keep_their_order(waterrijk):
    titles = ["Z", "A", "M"]
    phases = [
        {"name": name, "steps": [{"title": title, "facts": [{"text": text} for text in titles]}]}
        for name, title in zip(titles, titles, strict=True)
    ]

    export = stored(document(phases=phases), waterrijk)["phases"]

    assert [phase["name"] for phase in export] == titles
    assert [phase["steps"][0]["title"] for phase in export] == titles
    assert [fact["text"] for fact in export[0]["steps"][0]["facts"]] == titles


def test_orders_count_from_zero_in_each_parent(waterrijk):
    phases = [{"name": "A", "steps": [step(0), step(1)]}, {"name": "B", "steps": [step(2)]}]
    touchpoints = [{**BALIE, "key": f"t{number}"} for number in range(3)]

    import_document(
        document(
            phases=phases,
            touchpoints=touchpoints,
            life_event={"name": "Een kind krijgen", "situations": ["ongehuwd"]},
        ),
        waterrijk,
        by=None,
    )

    assert [step.order for step in Step.objects.order_by("pk")] == [0, 1, 0]


def test_what_is_left_out_gets_the_default_of_the_format(waterrijk):
    export = stored(
        with_steps(
            {"title": "A", "encounters": [{"touchpoint": "balie"}], "pains": [{"text": "Au"}]},
            touchpoints=[BALIE],
            improvements=[{"title": "Beter", "status": None}],
            findings=[{"text": "Gelezen", "kind": None}],
        ),
        waterrijk,
    )

    [found] = export["phases"][0]["steps"]
    assert found["encounters"] == [{"touchpoint": "t1", "wanted": True}]
    assert found["pains"] == [{"key": "p1", "text": "Au", "severity": 2}]
    assert export["improvements"] == [{"title": "Beter", "status": "idea"}]
    assert export["findings"] == [{"text": "Gelezen", "kind": "desk"}]


def test_the_empty_text_is_a_key_like_any_other(waterrijk):
    export = stored(
        with_steps(
            {"title": "A", "key": "", "encounters": [{"touchpoint": "balie"}]},
            {"title": "B"},
            touchpoints=[BALIE],
            findings=[{"text": "Gelezen", "about": [""]}],
        ),
        waterrijk,
    )

    assert export["findings"][0]["about"] == ["s1"]


def test_evidence_about_one_step_twice_is_about_it_once(waterrijk):
    pain = {"key": "p", "text": "Au"}
    findings = [{"text": "Gehoord", "kind": "resident", "about": ["p", "a", "p", "a"]}]

    export = stored(with_steps({"title": "A", "key": "a", "pains": [pain]}, findings=findings), waterrijk)

    assert export["findings"][0]["about"] == ["p1", "s1"]
    assert EvidenceAbout.objects.count() == 2


def test_the_same_finding_twice_stays_twice(waterrijk):
    finding = {"text": "Gehoord", "kind": "resident", "people": 0, "on": "2026-02-28"}

    assert stored(document(findings=[finding, finding]), waterrijk)["findings"] == [finding, finding]
    assert Finding.objects.count() == 2


def test_improvements_and_findings_that_point_at_nothing_stay_with_the_journey(waterrijk):
    import_document(
        document(improvements=[{"title": "Ooit"}], findings=[{"text": "Gelezen"}]), waterrijk, by=None
    )

    [journey] = waterrijk.journeys.all()
    assert [improvement.title for improvement in journey.improvements.all()] == ["Ooit"]
    assert [evidence.finding.text for evidence in journey.evidence.all()] == ["Gelezen"]


@pytest.mark.parametrize(
    "broken",
    [
        b"no JSON",
        {"format": "leefwereld-journey/2"},
        document(journey={"title": "A", "kind": "as_is", "surprise": 1}),
        with_steps({"title": "A", "encounters": [{"touchpoint": "nergens"}]}, touchpoints=[BALIE]),
        with_steps({"title": "A", "doing": "\ud800"}),
        with_steps({"title": "A", "duration_days": 2**40}),
    ],
)
def test_nothing_is_stored_of_a_document_that_breaks_the_format(waterrijk, broken):
    with pytest.raises(InvalidDocument):
        import_document(broken, waterrijk, by=None)

    assert number_of_rows() == 0


def test_nothing_is_stored_when_the_last_row_fails(waterrijk, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("disk full")

    monkeypatch.setattr(EvidenceAbout.objects, "bulk_create", fail)

    with pytest.raises(RuntimeError, match="disk full"):
        import_document(of_size(2), waterrijk, by=None)

    assert number_of_rows() == 0


def test_the_history_tells_who_imported(waterrijk, editor):
    journey = import_document(of_size(1), waterrijk, by=editor)

    event = Step.pgh_event_model.objects.select_related("pgh_context").get()
    assert event.pgh_context.metadata == {"user": editor.pk, "journey": journey.pk}


def test_the_history_knows_an_import_by_no_one(waterrijk):
    import_document(document(), waterrijk, by=None)

    assert pghistory.models.Context.objects.get().metadata["user"] is None


def queries_of_import(steps: int, organisation: Organisation) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        import_document(of_size(steps), organisation, by=None)
    return len(queries)


def test_an_import_runs_the_same_number_of_queries_for_2000_steps(waterrijk, elsewhere):
    few = queries_of_import(1, elsewhere)

    assert queries_of_import(2000, waterrijk) == few < 40
    assert Journey.objects.get(organisation=waterrijk).phases.get().steps.count() == 2000
