"""A whole session with the keyboard alone, from the list to the report, in three browsers."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import Keyboard
from tests.browser.test_phone import NOTE, PHONE, mine
from tests.browser.test_room import WALL, heading
from workshops.models import Workshop

SAID = "Eerst thuis komen, dan pas de balie"


def button(page: Page, name: str):
    return page.get_by_role("button", name=name).first


def link(page: Page, name: str):
    return page.get_by_role("main").get_by_role("link", name=name).first


@pytest.fixture
def console(visit, facilitator) -> Page:
    page = visit(facilitator)
    page.goto("/werksessies/")
    return page


def prepared(console: Page, journey) -> Workshop:
    keys = Keyboard(console)
    keys.press(link(console, "Zet een werksessie klaar"))
    keys.write(console.get_by_label("titel"), "Donderdag")
    keys.tick(console.get_by_role("checkbox", name=f"{journey.title} ("))
    keys.pick(console.get_by_label("30 minuten: waar doet het pijn?"))
    keys.press(button(console, "Zet klaar"))
    expect(heading(console)).to_have_text("Donderdag")
    return Workshop.objects.get()


def joined(page: Page, workshop: Workshop) -> Page:
    keys = Keyboard(page)
    page.goto("/meedoen/")
    keys.write(page.get_by_label("Code op de muur"), workshop.code)
    keys.press(button(page, "Ga verder"))
    keys.tick(page.get_by_label("Ik ben inwoner"))
    keys.press(button(page, "Doe mee"))
    page.wait_for_url("**/meedoen/nu/")
    return page


def test_a_session_is_led_and_taken_part_in_with_the_keyboard_alone(visit, facilitator, console, journey):
    workshop = prepared(console, journey)
    wall, phone = visit(facilitator, **WALL), joined(visit(**PHONE), workshop)
    wall.goto(f"{workshop.get_absolute_url()}projector/")
    lead, take = Keyboard(console), Keyboard(phone)
    lead.press(button(console, "Start de werksessie"))

    first, second = (step.title for step in workshop.steps()[:2])
    expect(heading(wall)).to_have_text(first)
    wall.keyboard.press("PageDown")
    for page in (wall, phone):
        expect(heading(page)).to_have_text(second)
    expect(console.locator("#came-in-title")).to_have_text(second)

    lead.press(button(console, "Start: doorlopen"))
    take.write(phone.get_by_label("Jouw briefje", exact=True), NOTE)
    take.press(button(phone, "Stuur op"))
    expect(mine(phone)).to_contain_text(NOTE)
    lead.press(console.get_by_text("Schrijf hier een briefje"))
    lead.write(console.get_by_label("Briefje", exact=True), SAID)
    lead.press(button(console, "Voeg het briefje toe"))
    expect(console.locator(".note__text")).to_have_count(2)
    lead.press(button(console, "Toon aan iedereen"))
    expect(wall.locator(".wall-note")).to_have_count(2)

    take.pick(phone.get_by_label("naar", exact=True))
    expect(wall.locator(".spread h2 small")).to_contain_text("1")
    lead.press(button(console, "Pauze"))
    expect(heading(wall)).to_have_text("Pauze")
    lead.press(button(console, "Weer oppakken"))
    expect(heading(wall)).to_have_text(second)

    lead.press(link(console, "Beëindig"))
    lead.press(button(console, "Beëindig de werksessie"))
    expect(heading(wall)).to_have_text("Dank je wel")
    expect(heading(phone)).to_have_text("Deze werksessie is voorbij")
    lead.press(link(console, "Oogst"))
    lead.press(button(console, "Maak hier een behoefte van"))
    expect(console.get_by_text("Op de klantreis als behoefte")).to_be_visible()
    lead.press(link(console, "Verslag"))
    expect(console.get_by_role("region", name="Wat binnenkwam")).to_contain_text(SAID)
