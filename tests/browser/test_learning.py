"""Lessons beside a journey: practised on, ticked off, and the questions that a journey asks."""

import re

import pytest
from playwright.sync_api import Page, expect

from journeys.models import Journey
from learning.lessons import LESSONS
from learning.models import Learner
from tests.browser.hands import Hand
from tests.browser.on_map import announced, editor
from tests.browser.words import said


def lesson(number: int) -> str:
    return f"/leerroute/lessen/{LESSONS[number - 1].slug}/"


def test_a_lesson_is_done_on_a_practice_journey(hand: Hand, page: Page, example):
    page.goto("/leerroute/")
    hand.press(page.get_by_role("button", name=said("Practise on the example")))
    expect(page.locator("#messages")).to_contain_text("Oefenreis")

    hand.press(page.locator(".progress").get_by_role("link"))
    check = page.get_by_role(
        "link", name=said("Your journey begins at our counter, or somewhere else with us. What went before?")
    )
    expect(check).to_be_visible()
    hand.press(page.get_by_role("button", name=said("Done, to the next lesson")))

    expect(page).to_have_url(re.compile(lesson(2)))
    page.goto("/leerroute/")
    expect(page.locator(".lesson-line[data-done]")).to_have_count(1)
    expect(page.locator(".progress").get_by_role("link")).to_have_attribute("href", lesson(2))


def test_another_journey_is_chosen_beside_a_lesson(hand: Hand, page: Page, journey: Journey):
    page.goto(lesson(7))
    expect(page.locator(".checks")).to_have_count(0)
    hand.choose(page.get_by_label(said("Journey to learn beside")), journey.title)
    hand.press(page.get_by_role("button", name=said("Choose"), exact=True))

    expect(page).to_have_url(re.compile(lesson(7)))
    expect(page.locator(".checks__one")).to_have_count(len(LESSONS[6].checks))
    assert Learner.objects.get().journey == journey


def test_a_term_tells_what_it_means_and_closes_again(hand: Hand, page: Page, example):
    page.goto(lesson(6))
    button = page.locator(".hint").first
    hint = page.locator(".hint__words").first
    expect(hint).to_be_hidden()

    hand.press(button)
    expect(hint).to_be_visible()
    page.keyboard.press("Escape")

    expect(hint).to_be_hidden()
    expect(button).to_be_focused()


def test_a_question_is_put_aside_on_the_journey_and_asked_again(hand: Hand, page: Page, journey: Journey):
    page.goto(f"{journey.get_absolute_url()}inzichten/")
    asked = page.locator("#missing > .missing__list > li")
    expect(asked.first).to_be_visible()
    question = asked.first.get_by_role("link").inner_text()

    hand.press(asked.first.get_by_role("button"))

    expect(page.locator("#missing-name")).to_be_focused()
    announced(page, said("Put aside for you."))
    expect(page.locator("#missing > .missing__list")).not_to_contain_text(question)
    aside = page.locator("#missing details").last
    hand.press(aside.locator("summary"))
    hand.press(aside.get_by_role("button", name=said("Ask again")))
    expect(page.locator("#missing > .missing__list")).to_contain_text(question)


def test_what_is_asked_is_read_again_after_a_change_beside_it(page: Page, journey: Journey):
    page.goto(f"{journey.get_absolute_url()}inzichten/")
    expect(page.locator("#missing > .missing__list")).to_be_visible()
    page.locator(".insight__steps summary").first.click()
    page.locator(".insight__steps a").first.click()
    page.locator("#panel .cell__edit").first.click()
    expect(editor(page).locator(":focus")).to_have_count(1)
    page.keyboard.type(" nu")

    with page.expect_response(re.compile("/wat-ontbreekt/$")):
        page.keyboard.press("Control+Enter")

    expect(page.locator("#missing > .missing__list")).to_be_visible()


def test_a_paper_is_downloaded(hand: Hand, page: Page, journey: Journey):
    page.goto(f"{journey.get_absolute_url()}papieren/startdocument/")
    expect(page.get_by_role("button", name=said("Print"))).to_be_visible()
    with page.expect_download() as download:
        hand.press(page.get_by_role("link", name=said("Download for a word processor")))

    assert download.value.suggested_filename.endswith(".html")
    assert journey.title in download.value.path().read_text()


def test_the_route_is_found_from_the_account_menu_and_the_palette(hand: Hand, page: Page, example):
    page.goto("/")
    hand.press(page.locator("[popovertarget=account-menu]"))
    hand.press(page.locator("#account-menu").get_by_role("link", name=said("Learning the method")))
    expect(page).to_have_url(re.compile("/leerroute/$"))

    page.wait_for_load_state()  # the keys are there once the modules are
    page.keyboard.press("Control+k")
    expect(page.get_by_role("searchbox", name=said("Search everything"))).to_be_focused()
    with page.expect_response(lambda response: said("Terms") in response.url):
        page.keyboard.type(said("Terms"))
    hand.press(page.locator("#palette-results").get_by_role("link", name=said("Terms"), exact=True))
    expect(page).to_have_url(re.compile("/leerroute/begrippen/$"))


@pytest.mark.parametrize("width", [390, 1366])
def test_what_the_words_of_a_page_mean_fits_wherever_its_button_stands(visit, viewer, journey, width):
    page = visit(viewer, viewport={"width": width, "height": 768})
    for path in (journey.get_absolute_url(), "/verbeteringen/"):
        page.goto(path)
        page.get_by_role("button", name="Wat betekenen de woorden hier?").click()

        words = page.locator("#words-here")
        expect(words).to_be_in_viewport(ratio=1)
        assert words.bounding_box()["width"] > 300
        expect(words.get_by_role("link", name="Alle begrippen")).to_be_visible()
