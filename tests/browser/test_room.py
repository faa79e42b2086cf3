"""A whole session in three browsers: the wall, a resident's phone and that of a colleague."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.browser.axe import findings
from tests.browser.test_phone import NOTE, PHONE, mine, take_part, to_the_vote, write
from tests.session_factories import RoundFactory, WorkshopFactory
from workshops.models import Note, Round, Workshop

STILL = "document.getAnimations().length === 0"
WALL = {"viewport": {"width": 1280, "height": 720}}


@pytest.fixture
def workshop(waterrijk, journey) -> Workshop:
    ready = {"state": Workshop.State.READY, "started_at": None, "ends_at": None}
    return WorkshopFactory(organisation=waterrijk, title="Geboorte in het echt", on=[journey], **ready)


@pytest.fixture
def wall(visit, facilitator, workshop) -> Page:
    page = visit(facilitator, **WALL)
    page.goto(f"/werksessies/{workshop.pk}/projector/")
    return page


def heading(page: Page):
    return page.get_by_role("heading", level=1)


def test_a_session_from_the_door_to_the_end(visit, wall, workshop, facilitator):
    pains = RoundFactory(workshop=workshop, kind=Round.Kind.PAINS, order=0)
    vote = RoundFactory(workshop=workshop, kind=Round.Kind.VOTE, votes_each=3, order=1)
    resident, colleague = (take_part(visit(**PHONE), workshop, name) for name in ("Wilg", "Reiger"))
    expect(wall.locator(".wall-waiting__people")).to_contain_text("2 mensen zijn binnen")
    expect(resident.locator(".notice")).to_contain_text("Je bent binnen")

    workshop.open(facilitator)
    pains.start(facilitator)
    expect(heading(resident)).to_have_text("Ik doe een zwangerschapstest")
    expect(wall.locator("#timer")).to_be_visible()

    resident.get_by_text("heel naar").click()
    write(resident, NOTE)
    expect(wall.locator("#hidden-pain")).to_have_text("1 briefje: straks te zien")
    expect(wall.locator(".spread h2 small")).to_contain_text("1")

    pains.reveal(facilitator)
    expect(wall.locator(".wall-note")).to_contain_text(NOTE)
    expect(wall.locator(".wide-beat__mean")).to_have_text("−2,0")
    expect(mine(resident)).to_contain_text("op de muur")
    assert findings(wall) == findings(resident) == []

    vote.start(facilitator)
    to_the_vote(colleague)
    with colleague.expect_response("**/stippen/"):
        colleague.get_by_role("button", name=f"Een stip meer op {NOTE}").click()
    expect(colleague.locator("#left")).to_contain_text("nog 2")
    assert not wall.locator(".wall-dots").count()
    vote.stop(facilitator)
    expect(wall.locator(".wall-dots b")).to_contain_text("1")

    workshop.end(facilitator)
    expect(heading(wall)).to_have_text("Dank je wel")
    expect(heading(resident)).to_have_text("Deze werksessie is voorbij")
    assert Note.objects.get().text == NOTE


def test_wall_console_and_phone_tell_that_the_time_of_the_session_is_over(visit, wall, workshop, facilitator):
    console, phone = visit(facilitator), take_part(visit(**PHONE), workshop)
    workshop.open(facilitator)
    console.goto(workshop.get_absolute_url())
    console.get_by_role("button", name="Volgende").focus()
    expect(wall.locator("#slide")).to_have_attribute("data-state", "open")
    expect(heading(phone)).to_have_text(workshop.steps()[0].title)

    Workshop.objects.update(ends_at=timezone.now() + timedelta(seconds=5))

    expect(heading(wall)).to_have_text("Dank je wel", timeout=30_000)
    expect(heading(phone)).to_have_text("Deze werksessie is voorbij", timeout=30_000)
    expect(console.get_by_text("Deze werksessie eindigde op")).to_be_visible(timeout=30_000)
    expect(console.locator("#main")).to_be_focused()


def test_the_arrow_keys_bring_everyone_along_while_the_facilitator_leads(visit, wall, workshop, facilitator):
    phone = take_part(visit(**PHONE), workshop)
    workshop.open(facilitator)
    first, second = workshop.steps()[:2]
    expect(heading(phone)).to_have_text(first.title)
    expect(heading(wall)).to_have_text(first.title)

    wall.keyboard.press("PageDown")
    expect(heading(wall)).to_have_text(second.title)
    expect(heading(phone)).to_have_text(second.title)

    workshop.let_go(facilitator)
    expect(phone.get_by_role("navigation", name="Rondkijken")).to_be_visible()
    wall.reload()  # a wall that has not heard yet would still bring everyone along
    wall.keyboard.press("PageUp")
    expect(heading(wall)).to_have_text(first.title)
    expect(heading(phone)).to_have_text(second.title)

    phone.get_by_role("link", name="Volgende stap").click()
    phone.get_by_role("link", name=f"Terug naar de groep: {second.title}").click()
    expect(heading(phone)).to_have_text(second.title)


def test_text_is_kept_while_the_group_goes_on(visit, wall, workshop, facilitator):
    RoundFactory(workshop=workshop, order=0)
    phone = take_part(visit(**PHONE), workshop)
    workshop.open(facilitator)
    workshop.rounds.get().start(facilitator)
    phone.get_by_label("Jouw briefje", exact=True).fill("Niemand beg")
    first, second = workshop.steps()[:2]

    workshop.bring_to(second, facilitator)

    expect(heading(phone)).to_have_text(second.title)
    expect(phone.get_by_label("Jouw briefje", exact=True)).to_have_value("Niemand beg")
    expect(phone.get_by_label("Jouw briefje", exact=True)).to_be_focused()
    phone.keyboard.type("int erover")
    phone.get_by_role("button", name="Stuur op").click()
    expect(mine(phone)).to_contain_text("Niemand begint erover")
    assert Note.objects.get().step == first


@pytest.fixture
def caught_typing(visit, wall, workshop, facilitator) -> Page:
    """A phone on which someone was typing when the round ended."""
    for order in (0, 1):
        RoundFactory(workshop=workshop, order=order)
    phone = take_part(visit(**PHONE), workshop)
    workshop.open(facilitator)
    workshop.rounds.first().start(facilitator)
    phone.get_by_label("Jouw briefje", exact=True).fill("Niemand beg")
    workshop.rounds.first().stop(facilitator)
    expect(phone.get_by_role("heading", name="De ronde is voorbij")).to_be_visible()
    return phone


def test_a_note_is_sent_all_the_same_when_the_round_has_ended(caught_typing, workshop):
    box = caught_typing.get_by_label("Jouw briefje", exact=True)
    expect(box).to_have_value("Niemand beg")
    expect(box).to_be_focused()
    caught_typing.keyboard.type("int erover")

    caught_typing.get_by_role("button", name="Stuur toch op").click()

    expect(mine(caught_typing)).to_contain_text("Niemand begint erover")
    expect(box).to_be_hidden()
    assert Note.objects.get().round == workshop.rounds.first()


def test_a_note_is_kept_for_the_next_round(caught_typing, workshop, facilitator):
    box = caught_typing.get_by_label("Jouw briefje", exact=True)
    caught_typing.get_by_role("button", name="Bewaar voor later").click()
    expect(box).to_be_hidden()
    caught_typing.reload()
    expect(box).to_be_hidden()

    workshop.rounds.last().start(facilitator)
    expect(box).to_have_value("Niemand beg")
    caught_typing.get_by_role("button", name="Stuur op").click()

    expect(mine(caught_typing)).to_contain_text("Niemand beg")
    assert Note.objects.get().round == workshop.rounds.last()


def test_a_pause_keeps_what_somebody_is_typing(visit, wall, workshop, facilitator):
    RoundFactory(workshop=workshop, order=0)
    phone = take_part(visit(**PHONE), workshop)
    workshop.open(facilitator)
    workshop.rounds.get().start(facilitator)
    box = phone.get_by_label("Jouw briefje", exact=True)
    box.fill("Niemand beg")

    workshop.pause(facilitator)
    expect(phone.get_by_role("heading", name="Je tekst staat er nog")).to_be_visible()
    expect(box).to_have_value("Niemand beg")
    expect(box).to_be_focused()
    phone.reload()
    expect(box).to_have_value("Niemand beg")
    assert findings(phone) == []
    phone.get_by_role("button", name="Bewaar voor later").click()
    expect(box).to_be_hidden()

    workshop.open(facilitator)
    workshop.rounds.get().start(facilitator)
    expect(box).to_have_value("Niemand beg")


def test_what_somebody_is_typing_when_the_session_ends_is_shown_once_more(visit, wall, workshop, facilitator):
    RoundFactory(workshop=workshop, order=0)
    phone = take_part(visit(**PHONE), workshop)
    workshop.open(facilitator)
    workshop.rounds.get().start(facilitator)
    phone.get_by_label("Jouw briefje", exact=True).fill("Niemand beg")

    workshop.end(facilitator)

    expect(heading(phone)).to_have_text("Deze werksessie is voorbij")
    unsent = phone.get_by_role("region", name="Dit is niet verstuurd")
    expect(unsent).to_contain_text("Niemand beg")
    assert findings(phone) == []
    phone.get_by_role("button", name="Verwijder het van deze telefoon").click()
    expect(unsent).to_be_hidden()
    phone.reload()
    expect(unsent).to_be_hidden()


def test_what_somebody_changes_on_the_journey_shows_in_the_room(visit, wall, workshop, facilitator):
    phone = take_part(visit(**PHONE), workshop)
    workshop.open(facilitator)
    first = workshop.steps()[0]
    expect(heading(phone)).to_have_text(first.title)
    expect(heading(wall)).to_have_text(first.title)

    first.title = "Ik vermoed het"
    first.save()

    expect(heading(wall)).to_have_text("Ik vermoed het")
    expect(heading(phone)).to_have_text("Ik vermoed het")


@pytest.mark.offline
def test_a_phone_and_a_wall_that_were_away_catch_up(visit, wall, workshop, facilitator):
    phone = take_part(visit(**PHONE), workshop)
    workshop.open(facilitator)
    expect(heading(phone)).to_have_text(workshop.steps()[0].title)
    for page in (phone, wall):
        page.context.set_offline(True)
    expect(phone.locator("#offline")).to_contain_text("Geen verbinding")
    expect(wall.locator("#connection")).to_contain_text("Geen verbinding")
    assert findings(phone) == findings(wall) == []
    second = workshop.steps()[1]
    workshop.bring_to(second, facilitator)

    for page in (phone, wall):
        page.context.set_offline(False)

    for page in (phone, wall):
        expect(heading(page)).to_have_text(second.title)
    expect(phone.locator("#offline")).to_be_empty()
    expect(wall.locator("#connection")).to_be_empty()


def test_the_timer_is_right_after_a_sleep_and_says_when_time_is_up(visit, wall, workshop, facilitator):
    RoundFactory(workshop=workshop, minutes=10, order=0)
    workshop.open(facilitator)
    workshop.rounds.get().start(facilitator)
    left = wall.locator("#timer [data-timer]")
    expect(left).to_be_visible()

    wall.clock.install()
    wall.reload()
    wall.clock.fast_forward("05:00")
    expect(left).to_have_text(re.compile(r"04:[45]\d"))
    wall.clock.fast_forward("06:00")
    expect(left).to_have_text("tijd is om")


def test_nothing_moves_for_who_wants_less_motion(visit, facilitator, workshop, journey):
    RoundFactory(workshop=workshop, order=0)
    workshop.open(facilitator)
    workshop.rounds.get().start(facilitator)
    page = visit(facilitator, reduced_motion="reduce", **WALL)
    phone = take_part(visit(reduced_motion="reduce", **PHONE), workshop)
    console = workshop.get_absolute_url()

    for path in (console, f"{console}projector/", f"{journey.get_absolute_url()}presenteren/"):
        page.goto(path)
        assert page.evaluate(STILL), path
    assert phone.evaluate(STILL)
