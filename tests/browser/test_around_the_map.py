"""What people do around the map: put things in order there, with the mouse and with the keyboard alone."""

import re

from playwright.sync_api import Page, expect

from journeys.models import Encounter, Journey
from personas.models import Finding, Persona
from tests.browser.hands import Hand
from tests.browser.words import label, said


def main(page: Page):
    return page.get_by_role("main")


def button(page: Page, name: str):
    return main(page).get_by_role("button", name=said(name), exact=True)


def link(page: Page, name: str):
    return main(page).get_by_role("link", name=said(name), exact=True)


def test_a_used_touchpoint_goes_after_moving_everything(hand: Hand, page: Page, journey: Journey):
    encounters = Encounter.objects.filter(step__phase__journey=journey).select_related("touchpoint")
    old = encounters.first().touchpoint
    new = encounters.exclude(touchpoint=old).first().touchpoint
    steps = set(old.encounters.values_list("step", flat=True))
    page.goto(old.get_absolute_url())

    hand.press(link(page, "Delete"))
    expect(main(page)).to_contain_text(journey.title)
    hand.choose(page.get_by_label(said("Move everything to")), new.name_in_full)
    hand.press(button(page, "Move and delete"))

    expect(page.get_by_role("heading", level=1)).to_have_text(new.name)
    expect(main(page)).to_contain_text(said("%(name)s is deleted.", name=old.name))
    assert steps <= set(new.encounters.values_list("step", flat=True))


def test_a_persona_begins_as_a_copy(hand: Hand, page: Page, journey: Journey):
    persona = journey.persona
    page.goto(persona.get_absolute_url())

    hand.press(link(page, "Copy"))
    expect(page.get_by_label(label("situation"))).to_have_value(persona.situation)
    hand.write(page.get_by_label(label("name"), exact=True), "Samira")
    hand.press(button(page, "Save"))

    expect(page.get_by_role("heading", level=1)).to_have_text("Samira")
    assert Persona.objects.get(name="Samira").situation == persona.situation


def test_a_situation_gets_another_name_and_place(hand: Hand, page: Page, journey: Journey):
    life_event = journey.life_event
    first, second = life_event.situations.all()[:2]
    steps = first.step_situations.count()
    page.goto(life_event.get_absolute_url())

    hand.press(page.get_by_role("link", name=said("Rename %(situation)s", situation=first.name)))
    hand.write(page.get_by_label(label("name"), exact=True), "niet getrouwd")
    hand.press(button(page, "Save"))
    expect(page.locator(f"#situatie-{first.pk}")).to_contain_text("niet getrouwd")

    down = said("Move %(situation)s down", situation="niet getrouwd")
    hand.press(page.get_by_role("button", name=down))
    expect(page.locator(".situations__line").first).to_contain_text(second.name)
    assert first.step_situations.count() == steps


def test_who_goes_back_and_saves_again_makes_nothing_twice(hand: Hand, page: Page, example):
    page.goto("/bevindingen/nieuw/")
    hand.write(page.get_by_label(said("What did you find?")), "Niemand wist het.")
    hand.press(button(page, "Save"))
    expect(page).to_have_url(re.compile(r"/bevindingen/\d+/$"))
    made, count = page.url, Finding.objects.count()

    page.go_back()
    expect(page.get_by_label(said("What did you find?"))).to_have_value("Niemand wist het.")
    hand.press(button(page, "Save"))
    expect(main(page)).to_contain_text(said("This was saved already. Nothing was saved twice."))
    expect(page).to_have_url(made)

    page.go_back()
    hand.write(page.get_by_label(said("What did you find?")), "Niemand wist het op tijd.")
    with page.expect_response(lambda response: response.request.method == "POST"):
        hand.press(button(page, "Save"))
    expect(page.get_by_label(said("What did you find?"))).to_have_value("Niemand wist het op tijd.")
    assert Finding.objects.count() == count
    hand.press(link(page, "See what you made then"))
    expect(page).to_have_url(made)
