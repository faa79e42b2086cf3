"""What people correct at a step: its title, moment and feeling, in place on the map."""

import re

import pytest
from playwright.sync_api import Page, Response, expect

from journeys.models import Step
from tests.browser.hands import Hand
from tests.browser.on_map import announced, editor, field, press, save, title, titles
from tests.browser.words import said

FIRST = "Ik doe een zwangerschapstest"
BETTER = "Ik vermoed dat ik zwanger ben"


def test_a_title_is_corrected(hand: Hand, opened_map: Page, journey):
    hand.press(title(opened_map, FIRST))
    expect(field(opened_map, "title")).to_be_focused()
    hand.write(field(opened_map, "title"), BETTER)
    save(hand)

    expect(title(opened_map, BETTER)).to_be_focused()
    announced(opened_map, said("Saved"))
    assert titles(opened_map)[0] == BETTER
    assert Step.objects.filter(phase__journey=journey, title=BETTER).exists()


def test_enter_saves_a_title(page: Page, opened_map: Page):
    title(opened_map, FIRST).click()
    field(page, "title").fill(BETTER)
    page.keyboard.press("Enter")

    expect(editor(page).get_by_role("heading", name=said("New step"))).to_be_visible()
    page.keyboard.press("Escape")
    expect(title(page, BETTER)).to_be_visible()


def test_escape_keeps_the_old_title(hand: Hand, opened_map: Page, journey):
    hand.press(title(opened_map, FIRST))
    hand.write(field(opened_map, "title"), BETTER)
    opened_map.keyboard.press("Escape")

    expect(title(opened_map, FIRST)).to_be_focused()
    expect(editor(opened_map)).to_have_count(0)
    assert Step.objects.filter(phase__journey=journey, title=FIRST).exists()


def test_cancel_keeps_the_old_title(hand: Hand, opened_map: Page):
    hand.press(title(opened_map, FIRST))
    hand.write(field(opened_map, "title"), BETTER)
    press(hand, "Cancel")

    expect(title(opened_map, FIRST)).to_be_focused()


def test_the_ribbon_follows_a_moment(hand: Hand, opened_map: Page, journey):
    first = Step.objects.get(phase__journey=journey, title=FIRST)
    days = opened_map.locator(".blind-figure__number")
    ribbon = opened_map.locator("svg.ribbon")
    before, drawn = int(days.inner_text()), ribbon.get_attribute("aria-label")

    hand.press(title(opened_map, FIRST))
    hand.write(field(opened_map, "When"), "40 weken voor de geboorte")
    save(hand)

    expect(days).to_have_text(str(before + 28))
    expect(ribbon).not_to_have_attribute("aria-label", drawn)
    first.refresh_from_db()
    assert first.offset_days == -280


def test_a_moment_is_understood_as_people_say_it(hand: Hand, opened_map: Page, journey):
    told = "Ik vertel het op mijn werk"
    hand.press(title(opened_map, told))
    hand.write(field(opened_map, "When"), "20 weken voor de geboorte")
    save(hand)

    assert Step.objects.get(phase__journey=journey, title=told).offset_days == -140
    expect(title(opened_map, told)).to_be_focused()


def is_saving_of_head(answer: Response) -> bool:
    return answer.request.method == "POST" and answer.url.endswith("/kop/")


def test_a_moment_that_is_not_clear_is_kept_with_the_error_beside_it(hand: Hand, opened_map: Page):
    when = field(opened_map, "When")
    hand.press(title(opened_map, FIRST))
    hand.write(when, "ooit eens")
    with opened_map.expect_response(is_saving_of_head) as answer:
        press(hand, "Save")

    assert answer.value.status == 422
    expect(when).to_have_value("ooit eens")
    expect(when).to_be_focused()
    expect(when).to_have_attribute("aria-invalid", "true")
    error = said(
        "This moment is not clear. Write for example “20 weeks before %(anchor)s” or “3 days after”.",
        anchor="geboorte",
    )
    expect(when).to_have_accessible_description(re.compile(re.escape(error)))


@pytest.mark.parametrize(("words", "level"), [("very bad", -2), ("good", 1)])
def test_the_heartbeat_follows_a_feeling(hand: Hand, opened_map: Page, journey, words: str, level: int):
    first = Step.objects.get(phase__journey=journey, title=FIRST)
    line = opened_map.locator(f"#s{first.pk}-feeling .beat__line")
    drawn = line.get_attribute("d")
    change = opened_map.get_by_role("link", name=said("Change the feeling at “%(title)s”", title=FIRST))

    hand.press(change)
    hand.pick(editor(opened_map).get_by_role("radio", name=said(words), exact=True))
    save(hand)

    expect(change).to_be_focused()
    expect(line).not_to_have_attribute("d", drawn)
    first.refresh_from_db()
    assert first.feeling == level
