"""An interview is read beside a journey, and its lines become evidence there."""

import pytest
from playwright.sync_api import Locator, Page, expect

from journeys.models import Journey, Pain, Step
from personas.models import Finding, Interview
from tests.browser.hands import Hand, Keyboard
from tests.browser.holding import Held
from tests.browser.words import said
from tests.factories import InterviewFactory

LINES = ["Wij wisten niet dat het al eerder kon.", "Bel mij op 06-12345678 terug.", "Dat viel mee."]


@pytest.fixture
def interview(journey: Journey) -> Interview:
    notes = "\n".join([*LINES, *(f"En toen {number}." for number in range(200))])
    return InterviewFactory(organisation=journey.organisation, code="G07", notes=notes)


@pytest.fixture
def pain(journey: Journey) -> Pain:
    return Pain.objects.filter(step__phase__journey=journey).order_by("pk").first()


@pytest.fixture
def beside(page: Page, interview: Interview, journey: Journey) -> str:
    return f"/gesprekken/{interview.pk}/lezen/?klantreis={journey.pk}"


def line(page: Page, text: str) -> Locator:
    return page.get_by_role("checkbox", name=text, exact=True)


def box(page: Page) -> Locator:
    return page.get_by_label(said("What was said?"), exact=True)


def place(page: Page, kind: str, number: int) -> Locator:
    return page.locator(f"#plek-{kind}-{number}")


def used(page: Page) -> Locator:
    return page.locator(".reading__line[data-used]")


def test_a_line_becomes_a_finding_about_a_pain_and_is_unlinked_again(
    hand: Hand, page: Page, interview: Interview, journey: Journey, pain: Pain
):
    page.goto(interview.get_absolute_url())
    main = page.get_by_role("main")
    hand.press(main.get_by_role("link", name=said("Read beside a journey")))
    hand.press(main.get_by_role("link", name=journey.title, exact=True))

    hand.tick(line(page, LINES[0]))
    expect(box(page)).to_have_value(LINES[0])
    hand.write(box(page), "Zij wisten het niet.")
    hand.press(place(page, "pain", pain.pk))

    expect(used(page)).to_contain_text("Zij wisten het niet.")
    expect(used(page)).to_contain_text(pain.text)
    expect(line(page, LINES[0])).to_be_focused()
    expect(box(page)).to_have_value("")
    expect(place(page, "pain", pain.pk)).not_to_contain_text(said("assumption"))

    hand.press(used(page).get_by_role("button"))
    expect(used(page)).to_contain_text(said("not linked to a step or pain"))
    expect(line(page, LINES[0])).to_be_focused()
    expect(place(page, "pain", pain.pk)).to_contain_text(said("assumption"))


def test_a_new_pain_is_made_from_a_line_and_undone(hand: Hand, page: Page, beside: str, pain: Pain):
    page.goto(beside)
    hand.tick(line(page, LINES[2]))
    hand.press(page.locator("#compose summary"))
    hand.write(page.get_by_label(said("A new pain, in a few words")), "Te laat verteld")
    hand.press(place(page, "new", pain.step_id))
    expect(page.get_by_role("button", name="Te laat verteld").first).to_be_visible()

    hand.press(page.locator("[data-undo]"))
    expect(page.locator("#places").get_by_role("button", name="Te laat verteld")).to_have_count(0)


def test_a_line_that_is_chosen_before_the_page_is_whole_comes_to_stand_in_the_box(page: Page, beside: str):
    modules = Held(page, "**/js/reading*.js")
    page.goto(beside, wait_until="commit")
    line(page, LINES[0]).check()
    modules.let_go()

    expect(box(page)).to_have_value(LINES[0])


def test_selected_words_alone_come_to_stand_in_the_box(page: Page, beside: str):
    page.goto(beside)
    page.evaluate(
        """() => {
        const text = document.querySelector(".reading__text").firstChild;
        getSelection().setBaseAndExtent(text, 4, text, 15);
    }"""
    )
    expect(box(page)).to_have_value(LINES[0][4:15].strip())
    expect(line(page, LINES[0])).to_be_checked()
    line(page, LINES[2]).check()
    expect(box(page)).to_have_value(f"{LINES[0][4:15].strip()} {LINES[2]}")
    line(page, LINES[0]).uncheck()
    expect(box(page)).to_have_value(LINES[2])


def test_personal_data_in_a_line_is_told_at_once_and_asked_about(
    hand: Hand, page: Page, beside: str, pain: Pain
):
    page.goto(beside)
    hand.tick(line(page, LINES[1]))
    expect(page.locator(".personal-warning")).to_contain_text("06-12345678")
    hand.press(place(page, "pain", pain.pk))
    expect(box(page)).to_be_focused()
    expect(used(page)).to_have_count(0)

    hand.tick(page.locator("[name=keep_personal]"))
    hand.press(place(page, "pain", pain.pk))
    expect(used(page)).to_contain_text("06-12345678")


def test_a_long_journey_grows_short_by_typing(page: Page, beside: str, pain: Pain):
    page.goto(beside)
    hand = Keyboard(page)
    hand.write(page.get_by_label(said("Find a step or pain")), pain.text)
    expect(place(page, "pain", pain.pk)).to_be_visible()
    expect(page.locator(".reading__step:visible")).to_have_count(1)


def test_arrows_walk_and_enter_goes_to_the_box(page: Page, beside: str, journey: Journey):
    page.goto(beside)
    Keyboard(page).tab_to(line(page, LINES[0]))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(line(page, LINES[1])).to_be_checked()
    expect(box(page)).to_be_focused()
    expect(page.locator(".personal-warning")).to_contain_text("06-12345678")

    steps = Step.objects.filter(phase__journey=journey).order_by("phase__order", "order")
    place(page, "step", steps[0].pk).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".field__error")).to_contain_text("06-12345678")


def test_on_a_phone_the_box_is_one_press_away(visit, editor, beside: str):
    page = visit(editor, viewport={"width": 390, "height": 844}, has_touch=True)
    page.goto(beside)
    down = page.get_by_role("link", name=said("To the finding"))
    expect(down).to_be_hidden()
    page.get_by_text(LINES[0]).tap()
    expect(box(page)).to_have_value(LINES[0])
    down.tap()
    expect(box(page)).to_be_in_viewport()


def test_without_javascript_lines_are_put_in_the_box_and_kept(visit, editor, beside: str, pain: Pain):
    page = visit(editor, java_script_enabled=False)
    page.goto(beside)
    line(page, LINES[0]).check()
    page.get_by_role("button", name=said("Put the chosen lines in the box")).click()
    expect(box(page)).to_have_value(LINES[0])
    box(page).fill("Zij wisten het niet.")
    place(page, "pain", pain.pk).click()
    expect(used(page)).to_contain_text("Zij wisten het niet.")
    assert Finding.objects.filter(text="Zij wisten het niet.").count() == 1
