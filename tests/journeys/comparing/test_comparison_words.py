"""A comparison in words and tables: what differs, what is shared, and where people already are."""

from journeys.comparing.picture import Comparison
from journeys.comparing.travelled import told_apart, travelled
from tests.documents import document, step, touchpoint
from tests.journeys.comparing.test_comparison_drawing import comparison

MIDWIFE, COUNTER = touchpoint("m", "partner", "Spreekuur"), touchpoint("c", "own", "Balie")
PLACES = [MIDWIFE, COUNTER]


def journey(persona: str, *steps: dict, **more) -> dict:
    return document(*steps, persona=persona, touchpoints=PLACES, **more)


def early_and_late() -> Comparison:
    return comparison(
        journey("Sanne", step("Test", -200), step("Consult", -150, "m"), step("Loket", -100, "c")),
        journey("Noor", step("Test", -200), step("Gesprek", -120, "m"), step("Aangifte", 0, "c")),
    )


def test_the_longest_out_of_sight_stands_out():
    found = early_and_late()
    assert [one.stands.out_of_sight for one in found.shown] == ["100 dagen", "200 dagen"]
    assert ["out_of_sight" in one.stands.most for one in found.shown] == [False, True]
    assert found.differences[0] == "Langst buiten beeld: Noor, 200 dagen. Minst: Sanne, 100 dagen."


def test_each_first_contact_is_told():
    sentence = early_and_late().differences[1]
    assert "Sanne bij “Loket”" in sentence
    assert "Noor bij “Aangifte”" in sentence


def test_equal_figures_are_no_difference():
    same = journey("Sanne", step("Test", -10), step("Loket", 0, "c"))
    found = comparison(same, {**same, "persona": {"name": "Noor"}})
    assert not any("Langst" in sentence for sentence in found.differences)
    assert not any(one.stands.most for one in found.shown)


def test_all_who_share_the_highest_figure_are_named():
    long = (step("Test", -200), step("Aangifte", 0, "c"))
    short = journey("Mo", step("Test", -10), step("Loket", 0, "c"))
    found = comparison(journey("Sanne", *long), journey("Noor", *long), short)
    assert found.differences[0] == "Langst buiten beeld: Sanne en Noor, 200 dagen. Minst: Mo, 10 dagen."


def test_a_single_journey_differs_from_nothing():
    assert comparison(journey("Sanne", step("Test", 0))).differences == ()


def test_contacts_that_only_one_has_are_named():
    found = comparison(journey("Sanne", step("Loket", 0, "c")), journey("Noor", step("Thuis", 0)))
    assert "Alleen Sanne komt ons tegen bij: Balie." in found.differences
    assert "Noor nooit" in " ".join(found.differences)


def test_shared_touchpoints_tell_who_passes_when():
    rows = {row.place.name: row.by for row in early_and_late().shared}
    assert [name for name, _when in rows["Spreekuur"]] == ["Sanne", "Noor"]
    assert [name for name, _when in rows["Balie"]] == ["Sanne", "Noor"]


def test_places_are_those_of_others_before_the_first_contact():
    assert [row.place.name for row in early_and_late().places] == ["Spreekuur"]


def test_a_desired_journey_tells_nothing_of_where_people_are():
    now, wanted = (
        journey("Sanne", step("Loket", 0, "c")),
        journey("Sanne", step("Consult", -5, "m"), kind="to_be"),
    )
    found = comparison(now, wanted)
    assert found.places == ()
    assert [one.journey.name for one in found.shown] == ["Sanne", "Sanne, gewenst"]


def test_journeys_of_one_persona_go_by_their_titles():
    one, other = journey("Sanne", title="Thuis"), journey("Sanne", title="In het ziekenhuis")
    assert [shown.journey.name for shown in comparison(one, other).shown] == ["Thuis", "In het ziekenhuis"]


def test_journeys_that_are_all_the_same_are_numbered():
    same = journey("Sanne", title="Thuis")
    assert [shown.journey.name for shown in comparison(same, same).shown] == ["Thuis (1)", "Thuis (2)"]


def test_only_journeys_of_one_title_are_numbered():
    titles = ["Thuis", "In het ziekenhuis", "Thuis"]
    names = [one.journey.name for one in comparison(*(journey("Sanne", title=one) for one in titles)).shown]
    assert names == ["Thuis (1)", "In het ziekenhuis", "Thuis (2)"]


def test_a_name_that_is_the_title_has_the_persona_beside_it():
    one, other = journey("Sanne", title="Thuis"), journey("Noor", title="Elders")
    assert [shown.journey.beside_name for shown in comparison(one, other).shown] == ["Thuis", "Elders"]
    same = {**other, "persona": {"name": "Sanne"}}
    assert [shown.journey.beside_name for shown in comparison(one, same).shown] == ["Sanne", "Sanne"]


def test_current_desired_and_another_organisations_journey_of_one_persona_are_told_apart():
    now, wanted = journey("Sanne", title="Thuis"), journey("Sanne", title="Beter", kind="to_be")
    names = told_apart(
        [
            travelled(1, now, [], life_event=1),
            travelled(2, wanted, [], life_event=1),
            travelled(3, now, [], life_event=1, taken_from="Elders"),
        ]
    )
    assert [one.name for one in names] == ["Sanne", "Sanne, gewenst", "Sanne, Elders"]


def test_moments_stand_in_order_of_time_and_unknown_ones_last():
    found = comparison(
        journey("Sanne", step("Laat", 10), step("Later", 20)),
        journey("Noor", step("Vroeg", -5)),
        journey("Mo", step("Ooit")),
    )
    assert [one.title for one in found.moments] == ["Vroeg", "Laat", "Later", "Ooit"]


def test_a_journey_without_days_has_no_drawing_but_is_in_the_table():
    found = comparison(journey("Sanne", step("Ooit")), journey("Noor", step("Loket", 0, "c")))
    assert [one.row is None for one in found.shown] == [True, False]
    assert found.shown[0].stands.out_of_sight == ""
