"""A phone in a session: joining, feeling, writing and voting, also where the connection comes and goes."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import findings
from tests.browser.hands import Keyboard, Mouse
from tests.browser.holding import Held
from tests.session_factories import NoteFactory, RoundFactory
from workshops.models import Note, Participant, Rating, Round, Vote, Workshop

PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True}
NOTE = "Niemand begint erover"
HEAVIEST = 60 * 1024
SMALL_TARGETS = """() =>
  [...document.querySelectorAll('a, button, summary, label:has(input[type=radio]), textarea')]
  .filter((one) => one.checkVisibility() && !one.disabled)
  .map((one) => [one.innerText || one.tagName, one.getBoundingClientRect()])
  .filter(([, box]) => box.height < 44 || box.width < 44).map(([name]) => name)"""


@pytest.fixture
def ballot(workshop, pains, facilitator) -> list[Note]:
    texts = ("Samenwonen lijkt genoeg", "Elke website zegt iets anders")
    notes = [NoteFactory(workshop=workshop, round=pains, step=workshop.step, text=text) for text in texts]
    pains.reveal(facilitator)
    RoundFactory(workshop=workshop, kind=Round.Kind.VOTE, votes_each=3, order=5).start(facilitator)
    return notes


def take_part(page: Page, workshop: Workshop, name: str = "") -> Page:
    page.goto(f"/meedoen/{workshop.code}/")
    if name:
        page.get_by_label("Naam in deze werksessie").fill(name)
    page.get_by_text("Ik ben inwoner").click()
    page.get_by_role("button", name="Doe mee").click()
    page.wait_for_url("**/meedoen/nu/")  # and until all of it is there
    return page


def to_the_vote(page: Page) -> None:
    """And until all of it is there: before that a dot is sent by a form of its own."""
    page.get_by_role("link", name="Stem op briefjes").click()
    page.wait_for_url("**/meedoen/nu/stemmen/")


def write(page: Page, text: str) -> None:
    page.get_by_label("Jouw briefje", exact=True).fill(text)
    page.get_by_role("button", name="Stuur op").click()


def mine(page: Page):
    return page.get_by_role("region", name="Jouw briefjes")


@pytest.mark.parametrize("way", [Mouse, Keyboard])
def test_someone_joins_feels_writes_and_takes_it_away(visit, workshop, pains, way):
    page = visit(**PHONE)
    hand = way(page)
    page.goto("/meedoen/")
    hand.write(page.get_by_label("Code op de muur"), workshop.shown_code.lower())
    hand.press(page.get_by_role("button", name="Ga verder"))
    hand.pick(page.get_by_label("Ik werk hier"))
    hand.press(page.get_by_role("button", name="Doe mee"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Ik doe een zwangerschapstest")

    with page.expect_response("**/gevoel/"):
        hand.pick(page.get_by_label("naar", exact=True))
    expect(page.get_by_label("naar", exact=True)).to_be_checked()
    hand.write(page.get_by_label("Jouw briefje", exact=True), NOTE)
    with page.expect_response("**/briefjes/"):
        hand.press(page.get_by_role("button", name="Stuur op"))
    expect(mine(page)).to_contain_text(NOTE)
    expect(page.locator("#announcer")).to_have_text("Je briefje is verstuurd.")
    hand.press(mine(page).get_by_role("button", name="Haal weg"))
    expect(mine(page)).to_be_hidden()
    expect(page.locator("#announcer")).to_have_text("Je briefje is weg.")

    assert not Note.objects.exists()
    assert Rating.objects.get().value == -1
    assert Participant.objects.get().kind == "staff"


def test_a_face_that_is_chosen_before_the_page_is_whole_is_saved(visit, workshop, pains):
    page = take_part(visit(**PHONE), workshop)
    modules = Held(page, "**/phone-*.js")
    page.goto("/meedoen/nu/", wait_until="commit")
    page.get_by_label("naar", exact=True).check()

    with page.expect_response("**/gevoel/"):
        modules.let_go()

    expect(page.get_by_label("naar", exact=True)).to_be_checked()
    assert Rating.objects.get().value == -1


@pytest.mark.offline
def test_what_is_done_offline_is_kept_told_and_sent_once(visit, workshop, pains):
    page = take_part(visit(**PHONE), workshop)
    page.context.set_offline(True)

    write(page, NOTE)
    write(page, "We wonen toch samen?")
    page.get_by_text("heel naar").click()

    expect(page.locator("#offline")).to_have_text(re.compile("3 dingen wachten op verbinding"))
    expect(mine(page)).to_contain_text("Wacht op verbinding")
    assert not Note.objects.exists()

    page.context.set_offline(False)

    expect(page.locator("#offline")).to_be_empty()
    expect(mine(page).locator(".mine__note")).to_have_count(2)
    assert sorted(Note.objects.values_list("text", flat=True)) == [NOTE, "We wonen toch samen?"]
    assert Rating.objects.get().value == -2


@pytest.mark.offline
def test_personal_data_is_told_and_asked_about_also_without_a_connection(visit, workshop, pains):
    page = take_part(visit(**PHONE), workshop)
    page.context.set_offline(True)
    text = "Bel mij op 06-12345678"

    page.get_by_label("Jouw briefje", exact=True).fill(text)
    expect(page.locator(".personal-warning")).to_contain_text("06-12345678")
    page.get_by_role("button", name="Stuur op").click()
    keep = page.get_by_label("Toch bewaren")
    expect(keep).to_be_focused()
    expect(mine(page)).to_be_hidden()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Stuur op").click()
    expect(mine(page)).to_contain_text("Wacht op verbinding")
    expect(keep).to_be_hidden()
    page.context.set_offline(False)

    expect(page.locator("#offline")).to_be_empty()
    expect(mine(page)).to_contain_text(text)
    assert Note.objects.get().text == text


@pytest.mark.offline
def test_an_answer_that_got_lost_doubles_nothing(visit, workshop, pains):
    page = take_part(visit(**PHONE), workshop)

    def lose(route):
        route.fetch()
        route.abort()

    page.route("**/meedoen/nu/briefjes/", lose, times=1)
    write(page, NOTE)

    expect(mine(page).locator(".mine__note")).to_have_count(1)
    expect(page.locator("#offline")).to_be_empty()
    assert Note.objects.count() == 1


def test_text_survives_a_reload_and_stays_with_its_step(visit, workshop, pains, facilitator):
    page = take_part(visit(**PHONE), workshop)
    page.get_by_label("Jouw briefje", exact=True).fill(NOTE)
    first, second = workshop.steps()[:2]
    workshop.bring_to(second, facilitator)

    page.reload()

    expect(page.get_by_role("heading", level=1)).to_have_text(second.title)
    expect(page.get_by_label("Jouw briefje", exact=True)).to_have_value(NOTE)
    expect(page.locator("[data-about]")).to_have_text(f"Dit briefje gaat over: {first.title}")
    page.get_by_role("button", name="Stuur op").click()
    expect(mine(page)).to_contain_text(NOTE)
    assert Note.objects.get().step == first


def test_a_restarted_browser_is_the_same_person(visit, browser, address, workshop, pains):
    page = take_part(visit(**PHONE), workshop, "Reiger")
    state = page.context.storage_state()

    again = visit(**PHONE, storage_state=state)
    again.goto("/meedoen/")

    expect(again.locator(".room-head__me")).to_contain_text("Reiger")
    assert Participant.objects.count() == 1


def test_a_dot_that_was_saved_just_after_the_page_was_asked_again_shows(visit, workshop, ballot):
    page = take_part(visit(**PHONE), workshop)
    to_the_vote(page)
    held = []
    page.route("**/stippen/", lambda route: held.append(route), times=1)

    def asked_again(route):
        too_early = route.fetch()
        held[0].fulfill(response=held[0].fetch())
        route.fulfill(response=too_early)

    page.get_by_role("button", name=f"Een stip meer op {ballot[0].text}").click()
    expect(page.locator("#left")).to_contain_text("nog 2")
    page.route(page.url, asked_again, times=1)
    page.reload()

    expect(page.locator("#left")).to_contain_text("nog 2")


def test_dots_survive_a_reload_and_run_out(visit, workshop, ballot):
    page = take_part(visit(**PHONE), workshop)
    to_the_vote(page)
    more = page.get_by_role("button", name=f"Een stip meer op {ballot[0].text}")

    more.click()
    more.click()
    more.click()

    expect(page.locator("#left")).to_contain_text("nog 0")
    expect(page.get_by_role("button", name=f"Een stip meer op {ballot[1].text}")).to_be_disabled()
    page.reload()
    expect(page.locator("#left")).to_contain_text("nog 0")
    page.get_by_role("button", name=f"Een stip minder op {ballot[0].text}").click()
    expect(page.locator("#left")).to_contain_text("nog 1")
    page.reload()
    expect(page.locator("#left")).to_contain_text("nog 1")
    assert Vote.objects.filter(note=ballot[0]).count() == 2


def test_without_javascript_everything_is_sent_all_the_same(visit, workshop, pains):
    page = take_part(visit(java_script_enabled=False, **PHONE), workshop)

    page.get_by_text("heel fijn").click()
    page.get_by_role("button", name="Opslaan").click()
    write(page, NOTE)

    expect(mine(page)).to_contain_text(NOTE)
    assert Rating.objects.get().value == 2


def test_targets_are_large_and_nothing_scrolls_sideways_at_320(visit, workshop, pains):
    page = take_part(visit(**PHONE), workshop)

    assert page.evaluate(SMALL_TARGETS) == []
    assert page.evaluate("document.scrollingElement.scrollWidth <= 320")


def test_a_first_visit_is_light(visit, workshop, pains):
    page = visit(**PHONE)
    asked = []
    page.on("requestfinished", lambda request: asked.append(request))

    take_part(page, workshop)
    page.wait_for_load_state("networkidle")

    sizes = {request.url: request.sizes()["responseBodySize"] for request in asked}
    assert sum(sizes.values()) < HEAVIEST, sizes


@pytest.mark.offline
def test_dots_that_come_after_the_round_are_told_to_be_too_late(visit, workshop, ballot, facilitator):
    page = take_part(visit(**PHONE), workshop)
    to_the_vote(page)
    page.context.set_offline(True)
    page.get_by_role("button", name=f"Een stip meer op {ballot[0].text}").click()
    expect(page.locator("#offline")).to_contain_text("1 ding wacht op verbinding")
    workshop.rounds.get(kind=Round.Kind.VOTE).stop(facilitator)

    page.context.set_offline(False)

    expect(page.locator("#offline")).to_have_text("De ronde is voorbij: dit kwam te laat.")
    expect(page.locator("#offline")).to_be_visible()
    assert findings(page) == []
    assert not Vote.objects.exists()
