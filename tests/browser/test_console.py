"""A facilitator leads a session by mouse and by keyboard: prepare, start, rounds, bring along, harvest."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from journeys.models import Pain
from tests.browser.axe import findings
from tests.browser.hands import Hand, Keyboard
from workshops.agendas import BY_NAME
from workshops.joining import join
from workshops.models import Participant, Workshop
from workshops.taking_part import feel, write

CLOCK = re.compile(r"^\d\d:\d\d$")


@pytest.fixture
def page(visit, facilitator) -> Page:
    return visit(facilitator)


@pytest.fixture
def workshop(journey, facilitator) -> Workshop:
    made = Workshop.prepare(
        organisation=journey.organisation,
        title="Geboorte in het echt",
        journeys=[journey],
        by=facilitator,
        agenda=BY_NAME["30"].parts,
    )
    made.open(by=facilitator)
    return made


@pytest.fixture
def willow(workshop) -> Participant:
    return join(workshop, nickname="Wilg", kind="resident")[0]


def button(page: Page, name: str | re.Pattern):
    return page.get_by_role("button", name=name)


def test_a_session_is_prepared_and_started(hand: Hand, page: Page, journey):
    page.goto("/werksessies/")
    hand.press(page.get_by_role("main").get_by_role("link", name="Zet een werksessie klaar").first)
    hand.write(page.get_by_label("titel"), "Donderdag")
    hand.tick(page.get_by_role("checkbox", name=f"{journey.title} ("))
    hand.press(button(page, "Zet klaar"))

    expect(page.get_by_role("heading", level=1)).to_have_text("Donderdag")
    hand.press(button(page, "Start de werksessie"))

    expect(page.get_by_text("De werksessie is open.")).to_be_visible()
    assert Workshop.objects.get().is_open


def test_a_round_starts_goes_on_and_stops(hand: Hand, page: Page, workshop):
    page.goto(workshop.get_absolute_url())

    hand.press(page.locator("#now-stop"))
    expect(page.get_by_role("timer")).to_have_text(CLOCK)
    hand.press(button(page, "5 minuten erbij"))
    expect(page.locator("#now-more-5")).to_be_focused()
    hand.press(button(page, "Stop de ronde"))

    expect(page.get_by_role("heading", name="Er loopt geen ronde")).to_be_visible()
    first = workshop.rounds.first()
    assert (first.state, first.minutes) == ("done", 10)


def test_everyone_is_brought_along_and_the_door_is_closed(hand: Hand, page: Page, workshop):
    page.goto(workshop.get_absolute_url())

    hand.press(button(page, "Volgende"))
    expect(page.locator("#came-in-title")).to_have_text(list(workshop.steps())[1].title)
    hand.press(button(page, "Laat los"))
    expect(button(page, "Haal iedereen hierheen")).to_be_visible()
    hand.press(button(page, "Doe de deur dicht"))
    expect(button(page, "Doe de deur open")).to_be_visible()

    workshop.refresh_from_db()
    assert (workshop.step, workshop.follows, workshop.door_open) == (
        list(workshop.steps())[1],
        False,
        False,
    )


def test_what_comes_in_appears_by_itself(page: Page, workshop, facilitator):
    pains = workshop.rounds.get(kind="pains")
    pains.start(by=facilitator)
    page.goto(workshop.get_absolute_url())
    expect(page.locator(".people__count")).to_have_text("0")

    willow = join(workshop, nickname="Wilg", kind="resident")[0]
    expect(page.locator(".people__count")).to_have_text("1")
    text = "Niemand begint erover"
    write(willow, during=pains, step=workshop.step, kind="pain", text=text, token=uuid4())

    expect(page.locator(".note__text")).to_have_text(text)


@pytest.mark.offline
def test_a_console_without_connection_says_so_and_sends_later(page: Page, workshop):
    page.goto(workshop.get_absolute_url())
    page.context.set_offline(True)
    expect(page.locator("#connection")).to_contain_text("Geen verbinding")
    assert findings(page) == []
    button(page, "Doe de deur dicht").click()
    expect(page.locator("#waiting")).to_contain_text("wacht op verbinding")
    assert findings(page) == []

    page.context.set_offline(False)

    expect(page.get_by_text("De deur is dicht")).to_be_visible()
    expect(page.locator("#waiting")).to_be_empty()


def test_what_was_opened_stays_open_when_someone_comes_in(page: Page, workshop, willow):
    page.goto(workshop.get_absolute_url())
    page.get_by_text("Namen", exact=True).click()
    expect(page.get_by_text("Wilg", exact=True)).to_be_visible()

    join(workshop, nickname="Reiger", kind="staff")

    expect(page.get_by_text("Reiger", exact=True)).to_be_visible()


def test_a_note_is_harvested(hand: Hand, page: Page, workshop, willow, facilitator):
    pains = workshop.rounds.get(kind="pains")
    pains.start(by=facilitator)
    sent = {"during": pains, "step": workshop.step, "kind": "pain"}
    write(willow, text="Niemand begint erover", token=uuid4(), **sent)
    before = Pain.objects.count()
    page.goto(workshop.harvest_address)

    hand.press(button(page, "Maak hier een knelpunt van"))

    expect(page.get_by_text("Op de klantreis als knelpunt")).to_be_visible()
    assert Pain.objects.count() == before + 1


def test_who_harvests_by_keyboard_goes_on_at_the_next_note(page: Page, workshop, willow, facilitator):
    pains = workshop.rounds.get(kind="pains")
    pains.start(by=facilitator)
    for text in ("Niemand begint erover", "Wij wonen toch samen?"):
        write(willow, during=pains, step=workshop.step, kind="pain", text=text, token=uuid4())
    page.goto(workshop.harvest_address)

    Keyboard(page).press(button(page, re.compile("Maak hier een knelpunt van.*Niemand")))
    expect(page.get_by_text("Op de klantreis als knelpunt")).to_have_count(1)
    expect(button(page, re.compile("Maak hier een knelpunt van.*Wij wonen"))).to_be_focused()
    Keyboard(page).press(button(page, re.compile("Haal weg.*Wij wonen")))

    expect(page.locator(".sheaf")).to_have_count(1)
    expect(page.locator("#main")).to_be_focused()


def test_the_hartslag_is_taken_over(hand: Hand, page: Page, workshop, willow):
    feel(willow, step=workshop.step, value=-2)
    page.goto(workshop.harvest_address)

    hand.press(button(page, "Neem over op de kaart"))

    expect(page.get_by_text("Dit is de hartslag op de kaart.")).to_be_visible()
    expect(page.get_by_role("heading", name="Hartslag")).to_be_focused()
    workshop.step.refresh_from_db()
    assert workshop.step.feeling == -2
