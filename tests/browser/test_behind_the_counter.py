"""Behind the counter: process steps are added, changed and deleted in place, by mouse and keyboard."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from journeys.models import Journey, Step
from tests.browser.hands import Hand
from tests.browser.on_map import announced, delete, editor, field, save
from tests.browser.words import said

TITLE = "Wij doen aangifte"


@pytest.fixture
def step(journey) -> Step:
    return Step.objects.get(phase__journey=journey, title=TITLE)


@pytest.fixture
def counter(page: Page, journey: Journey) -> Page:
    page.goto(f"{journey.get_absolute_url()}achter-de-balie/")
    return page


def lane(page: Page, department: str) -> Locator:
    return page.get_by_role("row", name=re.compile(f"^{re.escape(department)}")).first


def work(page: Page, title: str) -> Locator:
    """The title of a process step in its lane, which opens its editor."""
    lanes = page.get_by_role("region", name=said("Behind the counter, a lane for each department"))
    return lanes.get_by_role("link", name=title, exact=True)


def card(page: Page, title: str) -> Locator:
    return page.locator("[data-cell]").filter(has=page.get_by_role("link", name=title, exact=True))


def test_a_process_step_is_added_changed_and_deleted(hand: Hand, counter: Page, step: Step):
    adding = counter.locator(f"#s{step.pk}-processes")
    hand.press(adding.get_by_role("link"))
    hand.write(field(counter, "title"), "Belt de ouders terug")
    hand.write(field(counter, "department"), "Klantcontactcentrum")
    hand.write(field(counter, "waiting in days"), "4")
    hand.tick(field(counter, "the resident sees this"))
    save(hand)
    announced(counter, said("Saved"))
    expect(lane(counter, "Klantcontactcentrum")).to_contain_text("Belt de ouders terug")
    expect(card(counter, "Belt de ouders terug")).to_contain_text(said("the resident sees this"))
    expect(work(counter, "Belt de ouders terug")).to_be_focused()

    hand.press(work(counter, "Belt de ouders terug"))
    hand.write(field(counter, "department"), "Burgerzaken (balie)")
    hand.choose(field(counter, "Which later step depends on it?"), "14. Wij krijgen een cadeautje")
    save(hand)
    expect(lane(counter, "Klantcontactcentrum")).to_have_count(0)
    expect(card(counter, "Belt de ouders terug")).to_contain_text("14")
    expect(work(counter, "Belt de ouders terug")).to_be_focused()

    hand.press(work(counter, "Belt de ouders terug"))
    delete(hand, "Belt de ouders terug")
    expect(editor(counter)).to_have_count(0)
    expect(card(counter, "Belt de ouders terug")).to_have_count(0)
    expect(adding.get_by_role("link")).to_be_focused()


def test_escape_leaves_a_card_as_it_was(counter: Page):
    link = work(counter, "Schrijft in en maakt een BSN")
    link.press("Enter")
    expect(field(counter, "title")).to_be_focused()
    field(counter, "title").fill("Iets anders")
    counter.keyboard.press("Escape")

    expect(editor(counter)).to_have_count(0)
    expect(link).to_be_focused()


def test_the_title_of_a_step_opens_it_beside_the_lanes(counter: Page, step: Step):
    counter.locator(f"#stap-{step.pk}").get_by_role("link", name=TITLE).click()

    expect(counter.locator("#panel-title")).to_contain_text(TITLE)
    expect(counter).to_have_url(re.compile(rf"achter-de-balie/\?stap={step.pk}$"))


def test_the_longest_wait_leads_to_its_card(counter: Page):
    figure = counter.locator("[data-figure=longest-wait]")
    figure.locator("summary").click()
    figure.get_by_role("link", name="Maakt weeklijst op geboorteplaats").click()

    expect(card(counter, "Maakt weeklijst op geboorteplaats").first).to_be_in_viewport()


def test_on_a_phone_each_department_is_a_list(visit, editor, journey: Journey):
    tab = visit(editor, viewport={"width": 320, "height": 640})
    tab.goto(f"{journey.get_absolute_url()}achter-de-balie/")

    expect(tab.locator(".swim__at").first).to_be_visible()
    expect(tab.locator(".swim__line").first).to_be_hidden()
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_a_tablet_the_words_of_a_figure_stay_whole(visit, editor, journey: Journey):
    tab = visit(editor, viewport={"width": 768, "height": 1024})
    tab.goto(f"{journey.get_absolute_url()}achter-de-balie/")

    widths = tab.locator(".headline__words").evaluate_all("all => all.map((one) => one.clientWidth)")
    assert len(widths) == 8
    assert min(widths) > 48


def test_the_invitation_is_copied(page: Page, journey: Journey):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"/klantreizen/{journey.pk}/aan-tafel/")
    page.get_by_role("button", name=said("Copy the text")).click()

    announced(page, said("The invitation is copied."))
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.get_by_role("textbox", name=said("Invitation to a workshop")).input_value()


def test_a_pain_is_put_at_a_process_step(hand: Hand, counter: Page):
    at = card(counter, "Schrijft in en maakt een BSN")
    hand.press(at.get_by_role("link", name=re.compile(f"^{said('Pain')} ")))
    hand.write(field(counter, "what hurts"), "Niemand belt als het stokt")
    save(hand)

    expect(at).to_contain_text("Niemand belt als het stokt")
    expect(work(counter, "Schrijft in en maakt een BSN")).to_be_focused()


def test_the_first_process_step_is_one_press_away_where_it_lies_out_of_view(visit, editor, journey):
    counter = visit(editor, viewport={"width": 900, "height": 768})
    counter.goto(f"{journey.get_absolute_url()}achter-de-balie/")
    expect(counter.locator(".swim__card").first).not_to_be_in_viewport(ratio=0.9)

    counter.get_by_role("link", name=said("To the first process step")).click()

    expect(counter.locator(".swim__cell:target .swim__card")).to_be_in_viewport(ratio=0.9)
    expect(counter.locator(".swim__cell:target")).to_be_focused()
