"""Over the as-is journeys of a life event: where people already are, and what journeys share."""

from hypothesis import given

from journeys.figures import life_event_figures
from tests.documents import document, step, touchpoint
from tests.strategies import life_event_documents

MIDWIFE = touchpoint("m", "partner", "spreekuur", "on_location")
FAMILY = touchpoint("f", "network", "gesprek", "phone")
COUNTER = touchpoint("c", "own", "balie")
ALL = [MIDWIFE, FAMILY, COUNTER]


def journey(persona: str, *meets: str, touchpoints: list[dict] = ALL, **more) -> dict:
    return document(*[step(meets=key) for key in meets], persona=persona, touchpoints=touchpoints, **more)


def places(*documents: dict) -> list[tuple]:
    return [tuple(row.values()) for row in life_event_figures(documents)["places"]]


def shared(*documents: dict) -> list[tuple]:
    return [tuple(row.values()) for row in life_event_figures(documents)["shared_touchpoints"]]


def test_places_are_passed_before_the_first_contact():
    assert life_event_figures([journey("Sanne", "m", "c", "f")])["places"] == [
        {
            "name": "spreekuur",
            "party": "Verloskundige",
            "channel": "on_location",
            "journeys": 1,
            "personas": 1,
        }
    ]


def test_a_place_at_the_step_of_first_contact_itself_does_not_count():
    both = {"title": "Beide", "encounters": [{"touchpoint": "m"}, {"touchpoint": "c"}]}
    assert places(document(both, touchpoints=ALL)) == []


def test_without_first_contact_every_step_counts():
    assert [row[0] for row in places(journey("Sanne", "m", "f"))] == ["gesprek", "spreekuur"]


def test_places_are_ranked_by_journeys_then_personas_then_name():
    found = places(
        journey("Sanne", "m", "f"), journey("Sanne", "m"), journey("Mo", "f"), journey("Mo", "f", "c", "m")
    )
    assert found == [
        ("gesprek", "Familie", "phone", 3, 2),
        ("spreekuur", "Verloskundige", "on_location", 2, 1),
    ]


def test_more_personas_come_first_among_as_many_journeys():
    found = places(journey("Sanne", "m", "f"), journey("Mo", "m"), journey("Sanne", "f"))
    assert [(row[0], *row[3:]) for row in found] == [("spreekuur", 2, 2), ("gesprek", 2, 1)]


def test_passing_twice_in_a_journey_counts_once():
    assert places(journey("Sanne", "m", "m")) == [("spreekuur", "Verloskundige", "on_location", 1, 1)]


def test_a_touchpoint_is_the_same_by_name_party_and_channel_whatever_its_key():
    other_key = {**MIDWIFE, "key": "anders"}
    found = journey("Sanne", "m"), journey("Mo", "anders", touchpoints=[other_key])
    assert shared(*found) == [("spreekuur", "Verloskundige", "on_location", 2)]


def test_another_channel_or_kind_of_party_is_another_touchpoint():
    by_phone = {**MIDWIFE, "channel": "phone"}
    national = {**MIDWIFE, "party": {"name": "Verloskundige", "kind": "national"}}
    found = [journey("Sanne", "m", touchpoints=[one]) for one in (MIDWIFE, by_phone, national)]
    assert shared(*found) == []
    assert len(places(*found)) == 3


def test_shared_touchpoints_are_of_any_kind_at_any_step():
    found = shared(journey("Sanne", "c", "m"), journey("Mo", "m", "c"), journey("Iris", "c", "f"))
    assert found == [("balie", "Burgerzaken", "counter", 3), ("spreekuur", "Verloskundige", "on_location", 2)]


def test_to_be_journeys_do_not_count():
    assert shared(journey("Sanne", "m"), journey("Sanne", "m", kind="to_be")) == []
    assert places(journey("Sanne", "m", kind="to_be")) == []


def test_a_situation_filters_each_journey():
    steps = [step(meets="c", only_for=["ongehuwd"]), step(meets="m")]
    found = [document(*steps, touchpoints=ALL, situations=("ongehuwd", "gehuwd"))]
    assert life_event_figures(found, ["ongehuwd"])["places"] == []
    assert [row["name"] for row in life_event_figures(found, ["gehuwd"])["places"]] == ["spreekuur"]


def test_a_situation_that_one_of_the_journeys_knows_is_known():
    found = [document(situations=("gehuwd",)), document(kind="to_be", situations=("ongehuwd",))]
    assert life_event_figures(found, ["ongehuwd"])["places"] == []


@given(life_event_documents())
def test_counts_never_exceed_the_journeys_and_personas_there_are(documents):
    as_is = [found for found in documents if found["journey"]["kind"] == "as_is"]
    personas = {found["persona"]["name"] for found in as_is}
    figures = life_event_figures(documents)
    for row in figures["places"]:
        assert 1 <= row["personas"] <= row["journeys"] <= len(as_is)
        assert row["personas"] <= len(personas)
    assert all(2 <= row["journeys"] <= len(as_is) for row in figures["shared_touchpoints"])
