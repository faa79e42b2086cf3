"""From a talk with residents to a map that assumes less."""

from playwright.sync_api import Page, expect

from journeys.models import EvidenceAbout, Journey, Pain
from tests.browser.hands import Hand
from tests.browser.on_map import press
from tests.browser.words import label, said


def button(page: Page, name: str):
    return page.get_by_role("main").get_by_role("button", name=said(name), exact=True)


def link(page: Page, name: str):
    return page.get_by_role("main").get_by_role("link", name=said(name), exact=True)


def card(page: Page, pain: Pain):
    return page.locator(f"#s{pain.step_id}-pains .card--pain").filter(has_text=pain.text)


def test_what_residents_say_takes_the_assumption_from_a_pain(hand: Hand, page: Page, journey: Journey):
    pain = Pain.objects.filter(step__phase__journey=journey).order_by("pk").first()
    page.goto(journey.get_absolute_url())
    expect(card(page, pain)).to_have_attribute("data-assumption", "")

    hand.press(page.get_by_role("navigation").get_by_role("link", name=said("Interviews")))
    hand.press(link(page, "New interview"))
    hand.write(page.get_by_label(label("code")), "G07")
    hand.write(page.get_by_label(label("notes")), "Wij wisten niet dat het eerder kon.")
    hand.press(button(page, "Save"))

    hand.press(link(page, "Add a finding"))
    hand.write(page.get_by_label(said("What did you find?")), "Beide ouders wisten het niet.")
    hand.press(button(page, "Save"))
    expect(page.get_by_role("blockquote")).to_have_text("Beide ouders wisten het niet.")

    hand.press(link(page, "Link to a journey"))
    hand.press(page.get_by_role("main").get_by_role("link", name=journey.title, exact=True))
    hand.tick(page.get_by_label(said("pain: %(text)s", text=pain.text), exact=True))
    hand.press(button(page, "Save"))
    expect(page.get_by_role("main")).to_contain_text(pain.text)

    page.goto(journey.get_absolute_url())
    expect(card(page, pain)).to_be_visible()
    expect(card(page, pain)).not_to_have_attribute("data-assumption", "")


def test_a_finding_is_added_from_the_map(hand: Hand, opened_map: Page, journey: Journey):
    pain = Pain.objects.filter(step__phase__journey=journey).order_by("pk").first()
    hand.press(
        opened_map.locator(f"#s{pain.step_id}-head").get_by_role("link", name=pain.step.title, exact=True)
    )
    press(hand, "What this rests on")
    hand.press(link(opened_map, "Add a finding"))
    hand.write(opened_map.get_by_label(said("What did you find?")), "Niemand zei het.")
    hand.pick(opened_map.get_by_label(said("pain: %(text)s", text=pain.text), exact=True))
    press(hand, "Save")

    shown = opened_map.locator(".findings")
    expect(shown).to_contain_text("Niemand zei het.")
    expect(shown).to_contain_text(pain.text)


def test_a_finding_is_unlinked_beside_the_step(hand: Hand, opened_map: Page, journey: Journey):
    about = EvidenceAbout.objects.filter(evidence__journey=journey, step__isnull=False).first()
    opened_map.goto(f"{journey.get_absolute_url()}stappen/{about.step_id}/")
    buttons = opened_map.locator(f"#p{about.step_id}-findings form button")
    count = buttons.count()

    hand.press(buttons.first)

    expect(buttons).to_have_count(count - 1)
    expect(opened_map.locator(f"#p{about.step_id}-findings")).to_be_focused()
    hand.press(opened_map.locator("[data-undo]"))
    expect(buttons).to_have_count(count)


def test_what_was_dropped_is_taken_up_again(hand: Hand, opened_map: Page, journey: Journey):
    dropped = journey.improvements.get(status="dropped")
    step = dropped.addresses.first().step
    opened_map.goto(f"{journey.get_absolute_url()}stappen/{step.pk}/")
    take_up = opened_map.get_by_role("button", name=said("Take up again"))
    expect(take_up).to_have_count(0)

    hand.press(opened_map.locator(f"#p{step.pk}-dropped summary"))
    hand.press(take_up)

    shown = opened_map.locator(f"#p{step.pk}-improvements")
    expect(shown).to_contain_text(dropped.title)
    expect(shown.locator(":focus")).to_have_count(1)
