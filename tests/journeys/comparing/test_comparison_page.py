import pytest
from django.urls import reverse

from journeys.models import Journey
from tests.factories import (
    JourneyFactory,
    LifeEventFactory,
    PhaseFactory,
    SituationFactory,
    StepFactory,
    StepSituationFactory,
)
from tests.journeys.worlds import farahs_journey, many_journeys
from tests.pages import links, page, soup, texts

URL = reverse("journeys:comparison")


def comparison(client, *journeys, **query):
    return page(client, URL, reis=[journey.pk for journey in journeys], **query)


def rows(found) -> list[str]:
    return texts(found.select(".comparison__name"))


def ticked(found) -> list[str]:
    return [box["value"] for box in found.select("input[name=reis][checked]")]


def test_journeys_lie_under_each_other_in_the_order_of_the_address(as_viewer, waterrijk):
    one, _two, three = many_journeys(waterrijk, 3)
    found = comparison(as_viewer, three, one)
    assert rows(found) == [three.persona.name, one.persona.name]
    assert len(found.select("svg.comparison__drawing[role=img]")) == 2
    assert set(ticked(found)) == {str(one.pk), str(three.pk)}
    assert not found.select_one("#keuze").has_attr("open")


def test_every_row_says_in_words_what_it_draws(as_viewer, waterrijk):
    found = comparison(as_viewer, *many_journeys(waterrijk, 2))
    says = found.select_one("svg.comparison__drawing[role=img]")["aria-label"]
    assert "200 dagen buiten beeld" in says
    assert "67%" in says
    assert "Wij gaan naar de balie" in says


def test_blind_spans_begin_where_the_journey_does_on_one_axis(as_viewer, waterrijk):
    early, late = many_journeys(waterrijk, 2)
    first = late.phases.get().steps.first()
    first.offset_days = -150
    first.save()
    blind = comparison(as_viewer, early, late).select(".comparison__blind")
    assert float(blind[0]["x"]) < float(blind[1]["x"])
    ends = [float(one["x"]) + float(one["width"]) for one in blind]
    assert ends[0] == pytest.approx(ends[1])


def test_a_life_event_alone_shows_its_first_current_journeys(as_viewer, waterrijk):
    journeys = many_journeys(waterrijk, 4)
    found = page(as_viewer, URL, levensgebeurtenis=journeys[0].life_event_id)
    assert len(rows(found)) == 3
    assert len(found.select("input[name=reis]")) == 4


def test_nothing_chosen_asks_to_choose(as_viewer, waterrijk):
    many_journeys(waterrijk, 2)
    found = page(as_viewer, URL)
    assert found.select_one("#keuze").has_attr("open")
    assert len(found.select("input[name=reis]")) == 2
    assert not found.select(".comparison")


def test_one_journey_is_drawn_and_asks_for_another(as_viewer, waterrijk):
    journey = farahs_journey(waterrijk)
    found = comparison(as_viewer, journey)
    assert len(rows(found)) == 1
    assert found.select_one("#keuze").has_attr("open")
    assert "nog minstens een" in found.select_one("#keuze").get_text()
    assert found.select_one("#differences") is None
    assert found.select_one(".comparison__leave") is None


def test_more_than_five_is_refused_and_keeps_what_was_chosen(as_viewer, waterrijk):
    journeys = many_journeys(waterrijk, 6)
    response = as_viewer.get(URL, {"reis": [journey.pk for journey in journeys]})
    found = soup(response)
    assert response.status_code == 422
    assert "6 klantreizen" in found.select_one("[role=alert].utrecht-alert").get_text()
    assert len(ticked(found)) == 6
    assert not found.select(".comparison")


def test_five_are_drawn(as_viewer, waterrijk):
    assert len(rows(comparison(as_viewer, *many_journeys(waterrijk, 5)))) == 5


def test_a_journey_is_left_out_by_a_link(as_viewer, waterrijk):
    one, two = many_journeys(waterrijk, 2)
    leave = comparison(as_viewer, one, two).select_one(".comparison__leave")
    assert leave["href"] == f"{URL}?reis={two.pk}"


def test_nothing_to_compare_teaches(as_editor, waterrijk):
    found = page(as_editor, URL)
    assert reverse("journeys:journey-new") in links(found.select_one(".empty"))


def test_a_viewer_is_not_asked_to_make_anything(as_viewer, waterrijk):
    assert not links(page(as_viewer, URL).select_one(".empty"))


def test_a_journey_without_days_tells_what_to_fill_in(as_editor, waterrijk):
    timed = farahs_journey(waterrijk)
    journey = JourneyFactory(organisation=waterrijk, life_event=timed.life_event)
    step = StepFactory(phase=PhaseFactory(journey=journey))
    unknown = comparison(as_editor, timed, journey).select_one(".comparison__unknown")
    assert links(unknown) == [reverse("journeys:step-head", args=[journey.pk, step.pk])]


def test_journeys_without_steps_are_no_error(as_viewer, waterrijk):
    one = JourneyFactory(organisation=waterrijk)
    two = JourneyFactory(organisation=waterrijk, life_event=one.life_event)
    assert len(comparison(as_viewer, one, two).select(".comparison__unknown")) == 2


def test_a_situation_shows_the_routes_of_who_it_holds_for(as_viewer, waterrijk):
    one, two = many_journeys(waterrijk, 2)
    unmarried = SituationFactory(life_event=one.life_event, name="ongehuwd")
    married = SituationFactory(life_event=one.life_event, name="gehuwd")
    counter = one.phases.get().steps.get(title="Wij gaan naar de balie")
    StepSituationFactory(step=counter, situation=unmarried)
    assert len(comparison(as_viewer, one, two).select(".comparison__contact")) == 2
    found = comparison(as_viewer, one, two, situatie=married.name)
    assert len(found.select(".comparison__contact")) == 1
    assert "situatie=gehuwd" in found.select_one(".comparison__leave")["href"]
    assert found.select_one("#keuze input[name=situatie]")["value"] == "gehuwd"


def test_a_situation_that_the_life_event_lacks_is_not_found(as_viewer, waterrijk):
    journey = farahs_journey(waterrijk)
    assert as_viewer.get(URL, {"reis": journey.pk, "situatie": "verzonnen"}).status_code == 404


def test_the_newest_desired_journey_lies_under_the_one_it_is_based_on(as_viewer, waterrijk):
    now = farahs_journey(waterrijk)
    desired = {"kind": Journey.Kind.TO_BE, "based_on": now, "persona": now.persona}
    older, wanted = (farahs_journey(waterrijk, now.life_event, **desired) for _ in range(2))
    address = f"{URL}?reis={now.pk}&reis={wanted.pk}"
    assert address in links(page(as_viewer, now.get_absolute_url()))
    assert address in links(page(as_viewer, wanted.get_absolute_url()))
    assert f"{URL}?reis={now.pk}&reis={older.pk}" in links(page(as_viewer, older.get_absolute_url()))
    found = comparison(as_viewer, now, wanted)
    assert rows(found) == [now.persona.name, f"{now.persona.name}, gewenst"]
    assert found.select_one("[data-kind=to_be] .comparison__beat")


def test_journeys_of_two_life_events_say_so(as_viewer, waterrijk):
    one = farahs_journey(waterrijk)
    two = farahs_journey(waterrijk, LifeEventFactory(organisation=waterrijk, name="Kind krijgen"))
    assert "verschillende" in comparison(as_viewer, one, two).select_one(".utrecht-alert").get_text()


def test_words_find_journeys_to_choose_and_keep_the_chosen(as_viewer, waterrijk):
    journeys = many_journeys(waterrijk, 4)
    found = comparison(as_viewer, journeys[0], zoek="Reis 003")
    offered = [box["value"] for box in found.select("input[name=reis]")]
    assert offered == [str(journeys[0].pk), str(journeys[3].pk)]


@pytest.mark.parametrize("odd", ["abc", "-1", "9" * 40])
def test_a_strange_number_is_no_error(as_viewer, waterrijk, odd):
    assert as_viewer.get(f"{URL}?reis={odd}").status_code == 200


def test_journeys_of_others_are_not_found(as_stranger, waterrijk):
    journey = farahs_journey(waterrijk)
    assert as_stranger.get(URL, {"reis": journey.pk}).status_code == 404
    assert as_stranger.get(URL, {"levensgebeurtenis": journey.life_event_id}).status_code == 404


def test_a_change_is_seen_at_once(as_viewer, waterrijk):
    one, two = many_journeys(waterrijk, 2)
    comparison(as_viewer, one, two)
    Journey.objects.filter(pk=one.pk).update(title="Anders", version=one.version + 5)
    assert "Anders" in texts(comparison(as_viewer, one, two).select(".comparison__title"))


def test_the_life_event_leads_here_where_there_is_something_to_compare(as_viewer, waterrijk):
    journey = farahs_journey(waterrijk)
    address = f"{URL}?levensgebeurtenis={journey.life_event_id}"
    assert address not in links(page(as_viewer, journey.life_event.get_absolute_url()))
    farahs_journey(waterrijk, journey.life_event)
    assert address in links(page(as_viewer, journey.life_event.get_absolute_url()))
    assert address in links(page(as_viewer, "/"))


def test_a_row_says_from_which_organisation_it_was_taken_over(as_viewer, waterrijk):
    ours, theirs = many_journeys(waterrijk, 2)
    Journey.objects.filter(pk=theirs.pk).update(taken_from="Gemeente Elders", persona=ours.persona)
    found = comparison(as_viewer, ours, theirs)
    assert rows(found) == [ours.persona.name, f"{ours.persona.name}, Gemeente Elders"]
    own, other = found.select(".comparison__head:has(.comparison__name)")
    assert "van Gemeente Elders" in other.text
    assert "Gemeente Elders" not in own.text
    assert ["van Gemeente Elders" in label for label in texts(found.select("#keuze label:has(input)"))] == [
        False,
        True,
    ]


def test_the_journey_itself_and_the_list_say_so_too(as_viewer, waterrijk):
    ours, theirs = many_journeys(waterrijk, 2)
    Journey.objects.filter(pk=theirs.pk).update(taken_from="Gemeente Elders")
    assert (
        "van Gemeente Elders" in page(as_viewer, theirs.get_absolute_url()).select_one("#journey-head").text
    )
    assert "van " not in page(as_viewer, ours.get_absolute_url()).select_one(".page-head__sub").text
    listed = page(as_viewer, reverse("journeys:journey-list")).select("tbody th")
    assert ["van Gemeente Elders" in text for text in texts(listed)] == [
        theirs.title == one.select_one("a").text for one in listed
    ]
    event = page(as_viewer, theirs.life_event.get_absolute_url())
    assert "van Gemeente Elders" in event.select_one(f"#journey-{theirs.pk}").text


def test_whoever_takes_a_journey_over_can_say_from_whom(as_editor, waterrijk):
    (journey,) = many_journeys(waterrijk, 1)
    address = reverse("journeys:journey-edit", args=[journey.pk])
    sent = {"title": journey.title, "persona": journey.persona_id, "life_event": journey.life_event_id}
    as_editor.post(address, {**sent, "kind": "as_is", "goal": "", "taken_from": "Gemeente Elders"})
    journey.refresh_from_db()
    assert journey.taken_from == "Gemeente Elders"
