"""Papers to take along, filled in from the journey: on screen, to print, and as a file."""

import pytest

from learning.papers import PAPERS
from tests.factories import JourneyFactory
from tests.journeys.worlds import farahs_journey
from tests.pages import page, soup

SLUGS = [paper.slug for paper in PAPERS]


@pytest.fixture
def papers(waterrijk) -> str:
    return f"{farahs_journey(waterrijk).get_absolute_url()}papieren/"


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("slug", SLUGS)
def test_each_paper_opens_in_both_languages_filled_in(as_viewer, viewer, papers, waterrijk, slug, language):
    viewer.language = language
    viewer.save()
    text = page(as_viewer, f"{papers}{slug}/").select_one(".paper").get_text()

    assert waterrijk.name in text
    assert waterrijk.life_events.get().name in text


def test_the_start_document_says_how_long_we_are_out_of_sight(as_viewer, papers):
    assert "200 dagen buiten beeld" in page(as_viewer, f"{papers}startdocument/").get_text()


def test_the_guide_walks_the_steps_and_asks_about_assumptions(as_viewer, waterrijk, papers):
    text = page(as_viewer, f"{papers}gespreksleidraad/").get_text()
    journey = waterrijk.journeys.get()

    assert all(step.title in text for phase in journey.phases.all() for step in phase.steps.all())


@pytest.mark.parametrize("slug", SLUGS)
def test_a_file_stands_by_itself(as_viewer, papers, slug):
    answer = as_viewer.get(f"{papers}{slug}/bestand/")
    found = soup(answer)

    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    assert answer.headers["Content-Disposition"].endswith('.html"')
    assert found.select_one("h1")
    assert not found.select("link, script, a, img")


def test_a_paper_that_is_not_there_is_not_found(as_viewer, papers):
    assert as_viewer.get(f"{papers}diploma/").status_code == 404


@pytest.mark.parametrize("slug", SLUGS)
def test_a_bare_journey_leaves_room_to_write(as_viewer, waterrijk, slug):
    journey = JourneyFactory(organisation=waterrijk)

    assert page(as_viewer, f"{journey.get_absolute_url()}papieren/{slug}/").select(".paper__line")
