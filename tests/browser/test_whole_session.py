"""A whole session in three browsers, led from the console alone: console, wall and a phone."""

import pytest
from playwright.sync_api import Page, expect

from journeys.models import Pain
from tests.browser.axe import findings
from tests.browser.test_phone import NOTE, PHONE, take_part, to_the_vote, write
from tests.browser.test_room import WALL, heading
from tests.session_factories import RoundFactory, WorkshopFactory
from workshops.models import Round, Workshop


@pytest.fixture
def workshop(waterrijk, journey) -> Workshop:
    ready = {"state": Workshop.State.READY, "started_at": None, "ends_at": None}
    made = WorkshopFactory(organisation=waterrijk, title="Geboorte in het echt", on=[journey], **ready)
    RoundFactory(workshop=made, kind=Round.Kind.PAINS, order=0)
    RoundFactory(workshop=made, kind=Round.Kind.VOTE, votes_each=3, order=1)
    return made


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()


def test_a_session_led_from_the_console(visit, facilitator, workshop):
    console, wall = visit(facilitator), visit(facilitator, **WALL)
    console.goto(workshop.get_absolute_url())
    wall.goto(f"/werksessies/{workshop.pk}/projector/")
    phone = take_part(visit(**PHONE), workshop, "Wilg")
    expect(console.locator(".people__count")).to_have_text("1")
    expect(wall.locator(".wall-waiting__people b")).to_have_text("1")

    press(console, "Start de werksessie")
    expect(heading(phone)).to_have_text("Ik doe een zwangerschapstest")
    press(console, "Start: knelpunten")
    expect(wall.locator("#timer")).to_be_visible()
    expect(phone.locator("#timer")).to_be_visible()

    write(phone, NOTE)
    expect(console.locator(".note__text")).to_have_text(NOTE)
    expect(wall.locator("#hidden-pain")).to_be_visible()
    press(console, "Toon aan iedereen")
    expect(wall.locator(".wall-note")).to_contain_text(NOTE)
    phone.get_by_text("heel naar").click()
    expect(wall.locator(".wide-beat__mean")).to_have_text("−2,0")
    assert findings(console) == findings(wall) == findings(phone) == []

    press(console, "Stop de ronde")
    expect(phone.locator("#timer")).to_have_count(0)
    press(console, "Start: stem")
    to_the_vote(phone)
    with phone.expect_response("**/stippen/"):
        phone.get_by_role("button", name=f"Een stip meer op {NOTE}").click()
    expect(phone.locator("#left")).to_contain_text("nog 2")
    press(console, "Stop de ronde")
    expect(wall.locator(".wall-dots b")).to_contain_text("1")

    console.get_by_role("main").get_by_role("link", name="Beëindig").click()
    press(console, "Beëindig de werksessie")
    expect(heading(wall)).to_have_text("Dank je wel")
    expect(heading(phone)).to_have_text("Deze werksessie is voorbij")

    console.get_by_role("main").get_by_role("link", name="Oogst").first.click()
    press(console, "Maak hier een knelpunt van")
    expect(console.get_by_text("Op de klantreis als knelpunt")).to_be_visible()
    assert Pain.objects.filter(text=NOTE).exists()
    console.get_by_role("main").get_by_role("link", name="Verslag").click()
    expect(console.get_by_role("region", name="Wat is afgesproken")).to_contain_text(NOTE)
