"""The worked example: four journeys of a birth that tell one story, honest about what nobody asked yet."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

import exchange
from exchange.validation import read_document
from journeys.figures import analyse, figures, life_event_figures

BIRTH = Path(exchange.__file__).parent / "examples" / "birth"
FILES = sorted(BIRTH.glob("*.json"))
DOCUMENTS = [read_document(file.read_bytes()) for file in FILES]
UNMARRIED, FAR_FROM_HOME, TWO_MOTHERS, WISHED = DOCUMENTS
AS_IS = [UNMARRIED, FAR_FROM_HOME, TWO_MOTHERS]

SEEN_IN = (date(2026, 11, 1), date(2026, 11, 30))
#: What fits a column of the map, in characters.
FITS = {"title": 45, "doing": 95, "thinking": 60, "needs": 45}

every_journey = pytest.mark.parametrize("document", DOCUMENTS, ids=[file.stem for file in FILES])
every_as_is_journey = pytest.mark.parametrize("document", AS_IS, ids=[file.stem for file in FILES[:3]])


def steps_of(document: dict) -> list[dict]:
    return [step for phase in document["phases"] for step in phase["steps"]]


def all_of(document: dict, name: str) -> list[dict]:
    return [item for step in steps_of(document) for item in step.get(name, [])]


def feelings_by_title(document: dict) -> dict[str, int]:
    return {step["title"]: step["feeling"] for step in steps_of(document)}


def pains_out_of_sight(document: dict) -> list[dict]:
    steps = analyse(document).steps
    return [pain for step in steps if not step.in_sight for pain in step.step.get("pains", [])]


def lowest_steps(document: dict) -> list[str]:
    feelings = feelings_by_title(document)
    return [title for title, feeling in feelings.items() if feeling == min(feelings.values())]


def test_three_journeys_as_they_are_and_one_as_wished():
    assert [document["journey"]["kind"] for document in DOCUMENTS] == ["as_is", "as_is", "as_is", "to_be"]
    assert WISHED["journey"]["based_on"] == UNMARRIED["journey"]["title"]
    assert WISHED["persona"] == UNMARRIED["persona"]
    assert len({document["persona"]["name"] for document in AS_IS}) == 3


def test_all_are_of_the_same_life_event():
    assert all(document["life_event"] == UNMARRIED["life_event"] for document in DOCUMENTS)


@every_journey
def test_a_file_is_written_the_way_people_read_it(document):
    text = FILES[DOCUMENTS.index(document)].read_text(encoding="utf-8")
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


@every_journey
def test_a_journey_has_ten_to_sixteen_steps_in_four_or_five_phases(document):
    assert 10 <= len(steps_of(document)) <= 16
    assert 4 <= len(document["phases"]) <= 5


@every_journey
def test_step_titles_are_what_a_parent_would_say(document):
    for step in steps_of(document):
        assert re.match(r"(Ik|Wij|Ons) ", step["title"]), step["title"]


@every_journey
def test_texts_fit_their_column(document):
    for step in steps_of(document):
        for name, most in FITS.items():
            assert len(step[name]) <= most, step[name]
    assert all(len(pain["text"]) <= 60 for pain in all_of(document, "pains"))
    assert all(len(process["title"]) <= 40 for process in all_of(document, "process"))
    assert all(len(improvement["title"]) <= 50 for improvement in document["improvements"])


@every_journey
def test_a_journey_starts_with_a_test_out_of_sight(document):
    first = analyse(document).steps[0]
    assert first.step["title"] == "Ik doe een zwangerschapstest"
    assert first.time == -252
    assert not first.in_sight


@every_journey
def test_the_20_week_scan_is_in_it(document):
    assert any("20-wekenecho" in step["title"] for step in steps_of(document))


@every_journey
def test_one_or_two_steps_have_no_known_day(document):
    assert 1 <= sum(step.estimated for step in analyse(document).steps) <= 2


@every_journey
def test_a_situation_changes_the_route(document):
    everyone = len(figures(document)["steps"])
    routes = {len(figures(document, [name])["steps"]) for name in document["life_event"]["situations"]}
    assert min(routes) < everyone


@every_journey
def test_every_touchpoint_is_used(document):
    met = {encounter["touchpoint"] for encounter in all_of(document, "encounters")}
    aimed_at = {key for item in document["improvements"] for key in item.get("lands_at", [])}
    assert {touchpoint["key"] for touchpoint in document["touchpoints"]} == met | aimed_at


@every_journey
def test_findings_are_deskresearch_so_everything_is_an_assumption(document):
    for finding in document["findings"]:
        assert finding["kind"] == "desk"
        assert finding["source"]
        assert SEEN_IN[0] <= date.fromisoformat(finding["on"]) <= SEEN_IN[1]
    assert figures(document)["journey"]["evidence_steps_share"] == 0
    assert figures(document)["journey"]["evidence_pains_share"] == 0
    assert "Samengesteld" in document["persona"]["situation"]


@every_journey
def test_what_happens_behind_the_counter_is_labelled_as_an_assumption(document):
    label = next(finding for finding in document["findings"] if "achter de balie" in finding["text"])
    with_process = [step["key"] for step in steps_of(document) if step.get("process")]
    assert "aanname" in label["text"]
    assert set(with_process) <= set(label["about"])


def test_every_fact_has_a_source_and_a_date_and_one_is_stale():
    facts = [fact for document in DOCUMENTS for fact in all_of(document, "facts")]
    assert all(fact["source"] for fact in facts)
    stale = [fact for fact in facts if date.fromisoformat(fact["checked_on"]) < date(2025, 11, 1)]
    assert len(stale) == 1
    fresh = [date.fromisoformat(fact["checked_on"]) for fact in facts if fact not in stale]
    assert all(SEEN_IN[0] <= checked <= SEEN_IN[1] for checked in fresh)


def test_what_hurts_farah_most_is_recognition_long_before_the_counter():
    assert lowest_steps(UNMARRIED) == ["Ik hoor dat we moeten erkennen"]
    deepest = next(step for step in analyse(UNMARRIED).steps if step.step["feeling"] == -2)
    assert not deepest.in_sight
    assert deepest.time < -60
    assert figures(UNMARRIED)["journey"]["blind_days_share"] > 0.6


def test_noor_meets_the_municipality_only_at_the_registration():
    journey = figures(FAR_FROM_HOME)["journey"]
    assert journey["first_contact"] == "Wij doen aangifte in Waterrijk"
    assert journey["blind_days_share"] > 0.9
    assert lowest_steps(FAR_FROM_HOME) == ["Wij doen aangifte in Waterrijk", "Wij krijgen een cadeautje"]


def test_the_certificate_cannot_be_changed_and_the_present_can():
    influence = {pain["key"]: pain["influence"] for pain in all_of(FAR_FROM_HOME, "pains")}
    assert influence["k-akte"] == "not_ours"
    assert influence["k-welkom"] == "ours"
    status = {item["title"]: item["status"] for item in FAR_FROM_HOME["improvements"]}
    assert status["Een andere plaats op de akte"] == "dropped"
    assert status["Cadeau zonder plaatsnaam"] == "doing"


def test_jolanda_is_seen_early_and_still_has_to_come_in_person():
    journey = figures(TWO_MOTHERS)["journey"]
    assert journey["first_contact"] == "Ik krijg bezoek van de jeugdverpleegkundige"
    assert journey["blind_days_share"] < 0.5
    assert lowest_steps(TWO_MOTHERS) == ["Ik moet zelf mee voor de naam"]


@every_as_is_journey
def test_a_digital_registration_is_much_effort_and_never_klantgedreven(document):
    reach = {item["title"]: item["reach"] for item in figures(document)["improvements"]}
    digital = next(item for item in document["improvements"] if item["title"] == "Aangifte ook digitaal")
    assert reach[digital["title"]] == "focused"
    assert digital["effort"] == 5
    blind = {pain["key"] for pain in pains_out_of_sight(document)}
    assert blind.isdisjoint(digital.get("addresses", []))


@every_as_is_journey
def test_a_plan_has_both_kinds_of_improvement_one_dropped_and_pains_left_open(document):
    journey = figures(document)["journey"]
    assert min(journey["balance"].values()) >= 2
    assert [item["status"] for item in document["improvements"]].count("dropped") == 1
    assert 1 <= journey["open_pains"] < journey["pains"] / 2


def test_the_places_to_bring_information_to_are_where_all_three_parents_come():
    places = life_event_figures(DOCUMENTS)["places"]
    everywhere = {place["name"] for place in places if place["journeys"] == 3}
    assert {"Spreekuur verloskundige", "20-wekenecho", "Familie en vrienden"} <= everywhere


def test_the_wished_journey_solves_the_pains_out_of_sight_that_can_be_solved():
    left = pains_out_of_sight(WISHED)
    assert len(pains_out_of_sight(UNMARRIED)) == 5
    assert [pain["influence"] for pain in left] == ["not_ours"]
    assert figures(WISHED)["journey"]["blind_days"] < figures(UNMARRIED)["journey"]["blind_days"] / 4


def test_the_wished_journey_feels_better_at_the_same_steps():
    now, wished = feelings_by_title(UNMARRIED), feelings_by_title(WISHED)
    assert now.keys() <= wished.keys()
    assert all(wished[title] >= feeling for title, feeling in now.items())
    assert figures(WISHED)["journey"]["low_points"] == []


def test_the_wished_journey_is_no_more_digital_at_the_counter():
    registration = next(step for step in steps_of(WISHED) if step["title"] == "Wij doen aangifte")
    assert [encounter["touchpoint"] for encounter in registration["encounters"]] == ["c-aangifte"]
