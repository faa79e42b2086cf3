"""What a journey asks still, on the journey itself: quiet, and put aside by one person."""

import pytest

from journeys.models import Journey
from learning.models import SetAside
from tests.factories import JourneyFactory
from tests.journeys.editing import HTMX
from tests.pages import page, soup, texts


@pytest.fixture
def journey(waterrijk) -> Journey:
    return JourneyFactory(organisation=waterrijk)


@pytest.fixture
def missing(journey) -> str:
    return f"{journey.get_absolute_url()}wat-ontbreekt/"


def first(client, url: str) -> list[str]:
    return texts(page(client, url).select(".missing__list")[0].select("li > a"))


def test_three_questions_show_and_the_rest_is_folded(as_viewer, missing):
    found = page(as_viewer, missing)

    assert len(found.select(".missing > .missing__list > li")) == 3
    assert found.select("details li")


def test_the_insights_of_the_journey_fetch_it(as_viewer, journey, missing):
    place = page(as_viewer, f"{journey.get_absolute_url()}inzichten/").select_one("#missing")

    assert place["hx-get"] == missing
    assert place.select_one("a")["href"] == missing


def test_who_is_left_out_is_asked_until_a_second_persona_goes_through_the_life_event(
    as_viewer, journey, missing
):
    question = "Je bekijkt deze levensgebeurtenis door één persona. Wie laat je weg?"
    JourneyFactory(organisation=journey.organisation, life_event=journey.life_event, persona=journey.persona)
    assert question in page(as_viewer, missing).get_text()

    JourneyFactory(organisation=journey.organisation, life_event=journey.life_event)

    assert question not in page(as_viewer, missing).get_text()


def test_a_question_is_put_aside_by_one_person_alone(as_viewer, as_editor, missing):
    asked = first(as_viewer, missing)

    answer = as_viewer.post(f"{missing}stappen/weg/")

    assert answer.url == missing
    assert first(as_viewer, missing)[0] == asked[1]
    assert first(as_editor, missing) == asked


def test_it_is_put_aside_on_one_journey_alone(as_viewer, waterrijk, missing):
    other = JourneyFactory(organisation=waterrijk)
    as_viewer.post(f"{missing}stappen/weg/")

    assert len(first(as_viewer, f"{other.get_absolute_url()}wat-ontbreekt/")) == 3
    assert SetAside.objects.get().journey != other


def test_htmx_gets_the_list_alone_with_the_focus_and_what_to_say(as_viewer, missing):
    answer = as_viewer.post(f"{missing}stappen/weg/", headers=HTMX)
    found = soup(answer)

    assert found.select_one("#missing-name")["autofocus"] == ""
    assert not found.select("html")
    assert "announce" in answer.headers["HX-Trigger"]


def test_it_can_be_asked_again(as_viewer, missing):
    asked = first(as_viewer, missing)
    as_viewer.post(f"{missing}stappen/weg/")
    as_viewer.post(f"{missing}stappen/weg/")

    as_viewer.post(f"{missing}stappen/terug/")

    assert first(as_viewer, missing) == asked


def test_a_question_that_nobody_asks_is_not_found(as_viewer, missing):
    assert as_viewer.post(f"{missing}toveren/weg/").status_code == 404


@pytest.mark.parametrize("many", [0, 12])
def test_it_takes_as_many_queries_however_much_was_put_aside(
    as_viewer, viewer, journey, missing, many, django_assert_num_queries
):
    for number in range(many):
        SetAside.put(journey, viewer.pk, f"vraag-{number}")
    page(as_viewer, missing)

    with django_assert_num_queries(3 + 4):
        as_viewer.get(missing)
