"""Three questions, and there is a map that invites to go on."""

from playwright.sync_api import Page, expect

from tests.browser.hands import Hand
from tests.browser.on_map import begin, editor, field, save, title, titles
from tests.browser.words import said

START, NEXT = "Ik zie een huis op internet", "Ik ga kijken"


def test_three_answers_lead_to_a_map(hand: Hand, page: Page, example):
    page.goto("/")
    hand.press(page.locator("main").get_by_role("link", name=said("New journey"), exact=True).first)
    hand.write(page.get_by_label(said("For whom?")), "Samira")
    hand.write(page.get_by_label(said("Which event in life?")), "Verhuizen")
    hand.write(page.get_by_label(said("When does this really start for this person?")), START)
    hand.press(page.get_by_role("button", name=said("Make the journey")))

    expect(page.get_by_role("heading", level=1)).to_have_text("Samira: verhuizen")
    assert titles(page) == [START]
    expect(page.locator("#map .step")).to_be_focused()
    expect(page.locator("#ribbon")).to_contain_text(said("not known yet"))

    hand.press(title(page, START))
    begin(hand, "Step after this one", "New step")
    hand.write(field(page, "title"), NEXT)
    save(hand)
    expect(title(page, NEXT)).to_be_visible()
    expect(editor(page)).to_have_count(0)


def test_empty_answers_are_refused_beside_the_questions(hand: Hand, page: Page, example):
    page.goto("/klantreizen/nieuw/")
    hand.write(page.get_by_label(said("For whom?")), "Samira")
    with page.expect_navigation() as answer:
        hand.press(page.get_by_role("button", name=said("Make the journey")))

    assert answer.value.status == 422
    expect(page.get_by_label(said("For whom?"))).to_have_value("Samira")
    expect(page.get_by_label(said("Which event in life?"))).to_have_attribute("aria-invalid", "true")


def test_a_newcomer_is_led_to_a_first_journey(visit, stranger):
    page = visit(stranger)
    page.goto("/")
    page.get_by_role("link", name=said("Make the first journey")).click()

    expect(page.get_by_label(said("For whom?"))).to_be_visible()
