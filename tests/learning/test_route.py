"""The leerroute: how far one is, the journey beside it, and each lesson on that journey."""

import pytest
from django.urls import reverse

from learning.lessons import LESSONS
from learning.models import Learner
from tests import factories
from tests.factories import JourneyFactory, MembershipFactory
from tests.pages import links, page

ROUTE = "/leerroute/"
FIRST, SECOND, LAST = (LESSONS[number].slug for number in (0, 1, -1))


def lesson(slug: str) -> str:
    return reverse("learning:lesson", args=[slug])


def finish(client, slug: str):
    return client.post(f"{lesson(slug)}klaar/")


def test_the_route_has_seven_to_nine_lessons_of_three_to_eight_minutes(as_viewer):
    found = page(as_viewer, ROUTE).select(".lesson-line")

    assert 7 <= len(found) == len(LESSONS) <= 9
    assert all(3 <= one.minutes <= 8 for one in LESSONS)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("slug", [one.slug for one in LESSONS])
def test_each_lesson_has_a_text_and_a_drawing_in_both_languages(as_viewer, viewer, slug, language):
    viewer.language = language
    viewer.save()
    found = page(as_viewer, lesson(slug))

    assert len(found.select_one(".lesson").get_text().split()) > 250
    assert found.select_one(".lesson svg[role=img]")["aria-label"]
    assert ("Doe nu" in str(found) or "Praat" in str(found)) == (language == "nl")


def test_a_lesson_that_is_not_there_is_not_found(as_viewer):
    assert as_viewer.get("/leerroute/lessen/toveren/").status_code == 404
    assert as_viewer.post("/leerroute/lessen/toveren/klaar/").status_code == 404


def test_who_finishes_a_lesson_goes_on_to_the_next(as_viewer):
    assert finish(as_viewer, FIRST).url == lesson(SECOND)
    assert finish(as_viewer, LAST).url == ROUTE

    found = page(as_viewer, ROUTE)
    assert [line["data-done"] for line in found.select(".lesson-line[data-done]")] == ["", ""]
    assert "2" in found.select_one(".progress__words").get_text()


def test_a_lesson_finished_twice_is_done_once_and_can_be_taken_up_again(as_viewer):
    finish(as_viewer, FIRST)
    finish(as_viewer, FIRST)
    assert Learner.objects.get().lessons_done.count() == 1

    as_viewer.post(f"{lesson(FIRST)}opnieuw/")

    assert Learner.objects.get().lessons_done.count() == 0


def test_one_picks_up_where_one_left(as_viewer):
    page(as_viewer, lesson("kaart"))

    assert lesson("kaart") in links(page(as_viewer, ROUTE).select_one(".progress"))


def test_who_did_what_was_open_goes_on_with_the_first_that_is_left(as_viewer):
    page(as_viewer, lesson(LAST))
    finish(as_viewer, LAST)

    assert links(page(as_viewer, ROUTE).select_one(".progress")) == [lesson(FIRST)]


def test_progress_is_of_a_person_in_an_organisation(as_viewer, as_editor, as_stranger):
    finish(as_viewer, FIRST)

    assert page(as_viewer, ROUTE).select(".lesson-line[data-done]")
    for other in (as_editor, as_stranger):
        assert not page(other, ROUTE).select(".lesson-line[data-done]")


def test_the_team_is_counted_and_never_named(as_viewer, as_editor, as_stranger, viewer):
    finish(as_viewer, FIRST)
    finish(as_stranger, FIRST)

    found = page(as_editor, ROUTE).select_one(".lesson-line")

    assert "1 van de 2" in " ".join(found.get_text().split())
    assert viewer.email not in str(found)


def test_the_chosen_journey_is_remembered(as_viewer, waterrijk):
    journey = JourneyFactory(organisation=waterrijk, title="Verhuizen")

    answer = as_viewer.post("/leerroute/klantreis/", {"klantreis": journey.pk, "les": "kaart"})

    assert answer.url == lesson("kaart")
    assert page(as_viewer, ROUTE).select_one("option[selected]").get_text() == "Verhuizen"
    as_viewer.post("/leerroute/klantreis/", {"klantreis": ""})
    assert Learner.objects.get().journey is None


def test_a_journey_of_elsewhere_or_of_nowhere_is_not_chosen(as_viewer, elsewhere):
    theirs = JourneyFactory(organisation=elsewhere)

    for number in (theirs.pk, "x", "9" * 30):
        assert as_viewer.post("/leerroute/klantreis/", {"klantreis": number}).status_code == 404


def test_the_checks_of_a_lesson_tick_themselves_off(as_viewer, waterrijk):
    journey = JourneyFactory(organisation=waterrijk)
    as_viewer.post("/leerroute/klantreis/", {"klantreis": journey.pk})
    assert len(page(as_viewer, lesson("startdocument")).select(".checks__one:not([data-met]) a")) == 1

    journey.goal = "Rust"
    journey.save()

    found = page(as_viewer, lesson("startdocument"))
    assert len(found.select(".checks__one[data-met]")) == 1
    assert not found.select(".checks__one a")


def test_a_check_leads_to_where_to_do_it(as_viewer, waterrijk):
    journey = JourneyFactory(organisation=waterrijk)
    as_viewer.post("/leerroute/klantreis/", {"klantreis": journey.pk})

    found = page(as_viewer, lesson("startdocument")).select_one(".checks")

    assert links(found) == [reverse("journeys:journey-edit", args=[journey.pk])]


def test_what_is_too_early_to_ask_is_told_as_what_will_be(as_viewer, waterrijk):
    journey = JourneyFactory(organisation=waterrijk)
    as_viewer.post("/leerroute/klantreis/", {"klantreis": journey.pk})

    found = page(as_viewer, lesson("verbeteren")).select_one(".checks")

    assert "?" not in found.get_text()
    assert not links(found)


def test_a_journey_that_was_deleted_is_no_longer_beside_it(as_viewer, waterrijk):
    journey = JourneyFactory(organisation=waterrijk)
    as_viewer.post("/leerroute/klantreis/", {"klantreis": journey.pk})
    journey.delete()

    assert not page(as_viewer, ROUTE).select("option[selected]")
    assert page(as_viewer, lesson("kaart"))


@pytest.mark.parametrize("many", [1, 20])
def test_the_route_takes_as_many_queries_whatever_there_is(
    as_viewer, waterrijk, many, django_assert_num_queries
):
    for one in range(many):
        member = MembershipFactory(organisation=waterrijk)
        learner = Learner.objects.create(organisation=waterrijk, person=member.user)
        learner.finishes(LESSONS[one % 9].slug)
        journey = factories.PhaseFactory(journey__organisation=waterrijk, organisation=waterrijk).journey
    as_viewer.post("/leerroute/klantreis/", {"klantreis": journey.pk})
    page(as_viewer, ROUTE)

    with django_assert_num_queries(3 + 7):
        as_viewer.get(ROUTE)
    with django_assert_num_queries(3 + 6):  # and what was opened last
        as_viewer.get(lesson("kaart"))
    with django_assert_num_queries(3 + 5):
        as_viewer.get(lesson("kaart"))
