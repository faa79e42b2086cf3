"""Typing what points at one person: told at once, asked about at saving, never refused."""

import json
from pathlib import Path

from django.templatetags.static import static
from playwright.sync_api import Page, expect

from journeys.models import Journey, Step
from tests.browser.hands import Hand
from tests.browser.on_map import editor, field, press, save
from tests.browser.words import label, said

CASES = json.loads((Path(__file__).parent.parent / "organisations" / "personal_data.json").read_text())
READ = """async ([address, texts]) => {
  const { personalData } = await import(address);
  return texts.map((text) => personalData(text).map(({ kind, text }) => [kind, text]));
}"""


def test_browser_finds_the_same_as_the_server(page: Page):
    page.goto("/personas/nieuw/")
    found = page.evaluate(READ, [static("js/lib/personal-data.js"), [case["text"] for case in CASES]])
    assert found == [case["found"] for case in CASES]


def test_it_warns_asks_and_keeps_on_purpose(hand: Hand, opened_map: Page, journey: Journey):
    step = Step.objects.filter(phase__journey=journey).first()
    hand.press(opened_map.locator(f"#s{step.pk}-doing").get_by_role("link").last)
    box = field(opened_map, "As experienced: what someone does")
    hand.write(box, "Ik bel 06-12345678")
    expect(editor(opened_map).locator(".personal-warning")).to_contain_text("06-12345678")

    press(hand, "Save")
    question = editor(opened_map).get_by_label(said("Keep it all the same"))
    expect(question).to_be_visible()
    expect(box).to_be_focused()
    hand.tick(question)
    save(hand)
    expect(opened_map.locator(f"#s{step.pk}-doing")).to_contain_text("06-12345678")


def test_warning_goes_with_the_number(hand: Hand, page: Page, journey: Journey):
    page.goto("/personas/nieuw/")
    box = page.get_by_label(label("situation"))
    hand.write(box, "BSN 111222333")
    warning = page.locator(".personal-warning")
    expect(warning).to_be_visible()
    hand.write(box, "woont alleen")
    expect(warning).to_be_hidden()


def test_a_click_right_after_typing_counts(page: Page):
    page.goto("/personas/nieuw/")
    page.get_by_label(label("name"), exact=True).fill("Bas")
    page.get_by_label(label("worries")).fill("Bel 06-12345678")
    page.get_by_role("button", name=said("Save")).click()
    expect(page.get_by_label(said("Keep it all the same"))).to_be_visible()
