"""A phone in a session for who listens or types: nothing that changes takes their place away."""

import re

from playwright.sync_api import expect

from tests.browser.hands import Keyboard
from tests.browser.test_phone import NOTE, PHONE, mine, take_part, to_the_vote, write
from tests.session_factories import NoteFactory, RoundFactory
from workshops.models import Round


def test_who_takes_a_note_away_goes_on_where_it_was(visit, workshop, pains):
    page = take_part(visit(**PHONE), workshop)
    for text in (NOTE, "We wonen toch samen?"):
        with page.expect_response("**/briefjes/"):
            write(page, text)
        expect(mine(page)).to_contain_text(text)

    Keyboard(page).press(mine(page).get_by_role("button", name=re.compile(NOTE)))
    expect(page.get_by_role("heading", name="Jouw briefjes")).to_be_focused()
    Keyboard(page).press(mine(page).get_by_role("button", name="Haal weg"))
    expect(page.get_by_label("Jouw briefje", exact=True)).to_be_focused()


def test_dots_are_put_one_after_the_other_without_looking_for_the_button(visit, workshop, pains, facilitator):
    for text in (NOTE, "We wonen toch samen?"):
        NoteFactory(workshop=workshop, round=pains, step=workshop.step, text=text)
    pains.reveal(facilitator)
    RoundFactory(workshop=workshop, kind=Round.Kind.VOTE, votes_each=3, order=5).start(facilitator)
    page = take_part(visit(**PHONE), workshop)
    to_the_vote(page)
    more = page.get_by_role("button", name="Een stip meer op We wonen")
    page.evaluate("document.addEventListener('htmx:after:swap', () => { document.body.dataset.drawn = ''; })")

    Keyboard(page).press(more)

    expect(page.locator("body")).to_have_attribute("data-drawn", "")
    expect(page.locator("#left")).to_contain_text("nog 2")
    expect(more).to_be_focused()


def test_where_the_group_goes_is_read_out(visit, workshop, pains, facilitator):
    page = take_part(visit(**PHONE), workshop)
    second = workshop.steps()[1]

    workshop.bring_to(second, facilitator)
    expect(page.locator("#announcer")).to_have_text(second.title)
    pains.stop(facilitator)
    expect(page.locator("#announcer")).to_contain_text("Er is nu geen ronde")
    pains.start(facilitator)
    expect(page.locator("#announcer")).to_contain_text("Schrijf een briefje")


def test_a_code_that_opens_no_door_can_be_typed_again_at_once(visit, workshop):
    page = visit(**PHONE)
    page.goto("/meedoen/")
    Keyboard(page).write(page.get_by_label("Code op de muur"), "ZZZ 999")
    page.keyboard.press("Enter")

    expect(page.get_by_role("alert")).to_contain_text("Met deze code kom je nu niet binnen")
    expect(page.get_by_label("Code op de muur")).to_be_focused()


def test_a_note_stands_in_the_direction_of_its_own_language(visit, workshop, pains, facilitator):
    NoteFactory(workshop=workshop, round=pains, step=workshop.step, text="أنا لا أفهم الرسالة")
    pains.reveal(facilitator)
    page = visit(facilitator)

    page.goto(f"/werksessies/{workshop.pk}/projector/")

    expect(page.locator(".wall-note p").first).to_have_css("direction", "rtl")
