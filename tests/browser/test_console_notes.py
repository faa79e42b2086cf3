"""A note is written at the console for someone without a phone; what is typed there stays."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import Hand
from tests.browser.test_console import button
from tests.session_factories import NoteFactory
from workshops.models import Note

SAID = "Niemand begint erover"


@pytest.fixture
def page(visit, facilitator, workshop, pains) -> Page:
    page = visit(facilitator)
    page.goto(workshop.get_absolute_url())
    return page


def box(page: Page):
    return page.get_by_label("Briefje", exact=True)


def test_notes_are_written_one_after_the_other(hand: Hand, page: Page, workshop):
    hand.press(page.get_by_text("Schrijf hier een briefje"))
    hand.pick(page.get_by_label("Idee", exact=True))
    hand.write(box(page), SAID)
    hand.press(button(page, "Voeg het briefje toe"))

    expect(page.locator(".note__text")).to_have_text(SAID)
    expect(page.locator("#note-write-send")).to_be_focused()
    expect(box(page)).to_have_value("")
    hand.write(box(page), "Nog een")
    hand.press(button(page, "Voeg het briefje toe"))

    expect(page.locator(".note__text")).to_have_count(2)
    assert list(Note.objects.values_list("text", "kind", "step")) == [
        (SAID, "idea", workshop.step_id),
        ("Nog een", "pain", workshop.step_id),
    ]


def test_a_text_that_cannot_be_kept_is_told_in_place(hand: Hand, page: Page):
    hand.press(page.get_by_text("Schrijf hier een briefje"))
    hand.press(button(page, "Voeg het briefje toe"))
    expect(page.locator("#note-write")).to_contain_text("Schrijf eerst iets op.")

    hand.write(box(page), SAID)
    hand.press(button(page, "Voeg het briefje toe"))

    expect(page.locator(".note__text")).to_have_text(SAID)


def test_without_javascript(visit, facilitator, workshop, pains):
    page = visit(facilitator, java_script_enabled=False)
    page.goto(workshop.get_absolute_url())
    page.get_by_text("Schrijf hier een briefje").click()
    box(page).fill(SAID)
    button(page, "Voeg het briefje toe").click()

    expect(page.locator(".note__text")).to_have_text(SAID)


def test_what_is_typed_stays_when_the_session_pauses(page: Page, workshop, facilitator):
    page.get_by_text("Schrijf hier een briefje").click()
    box(page).fill("Niemand beg")

    workshop.pause(by=facilitator)
    page.locator("h1").click()
    expect(button(page, "Weer oppakken")).to_be_visible()
    expect(box(page)).to_have_value("Niemand beg")
    page.reload()
    page.get_by_text("Schrijf hier een briefje").click()

    expect(box(page)).to_have_value("Niemand beg")


def test_what_is_typed_waits_at_its_step_while_the_group_goes_on(page: Page, workshop):
    page.get_by_text("Schrijf hier een briefje").click()
    box(page).fill("Niemand beg")
    button(page, "Volgende").click()
    expect(page.locator("#came-in-title")).to_have_text(workshop.steps()[1].title)
    expect(box(page)).to_have_value("")
    expect(page.locator("#unsaved")).to_contain_text("Niemand beg")

    button(page, "Verder typen").click()
    expect(page.get_by_role("heading", name=f"Briefje bij “{workshop.steps()[0].title}”")).to_be_visible()
    box(page).press("End")
    page.keyboard.type("int erover")
    button(page, "Voeg het briefje toe").click()

    expect(page.locator("#unsaved")).to_be_empty()
    assert Note.objects.get().step == workshop.steps()[0]


@pytest.mark.parametrize("kind", ["pain", "improvement"])
def test_the_harvest_warns_of_what_a_note_holds(hand: Hand, page: Page, workshop, pains, kind):
    note = NoteFactory(workshop=workshop, round=pains, step=workshop.step, text="Bel 06-12345678")
    page.goto(f"/werksessies/{workshop.pk}/briefjes/{note.pk}/oogst/?als={kind}")
    warning = page.locator(".personal-warning")
    expect(warning).to_contain_text("06-12345678")

    hand.write(page.get_by_label("Tekst"), "Bel ons op 06-87654321")
    expect(warning).to_contain_text("06-87654321")
    hand.write(page.get_by_label("Tekst"), "Bel ons")

    expect(warning).to_be_hidden()
