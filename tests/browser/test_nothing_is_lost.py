"""Nothing that someone typed gets lost: not with the connection, the session, the page or the tab."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import Page, Route, expect

from journeys.models import Pain, Step
from tests.browser.conftest import session_of
from tests.browser.on_map import editor, field, title, titles
from tests.browser.words import said

FIRST = "Ik doe een zwangerschapstest"
MINE = "Ik doe een test in bad"
POSTS = "**/stappen/**"


@pytest.fixture
def typed(opened_map: Page) -> Page:
    """The map, with a title half-way."""
    title(opened_map, FIRST).click()
    field(opened_map, "title").fill(MINE)
    return opened_map


def push(page: Page, name: str) -> None:
    page.get_by_role("button", name=said(name), exact=True).first.click()


def unsaved(page: Page):
    return page.get_by_role("region", name=said("Not saved yet"), exact=True)


def is_saved(journey, count: int = 1) -> bool:
    return Step.objects.filter(phase__journey=journey, title=MINE).count() == count


def test_a_reload_half_way(typed: Page, journey):
    typed.reload()

    expect(unsaved(typed)).to_contain_text(MINE)
    push(typed, "Go on typing")
    expect(field(typed, "title")).to_have_value(MINE)
    expect(field(typed, "title")).to_be_focused()
    push(typed, "Save")
    expect(title(typed, MINE)).to_be_visible()
    typed.reload()
    expect(unsaved(typed)).to_have_count(0)
    assert is_saved(journey)


def test_after_a_reload_far_down_it_stands_in_sight(typed: Page):
    typed.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(unsaved(typed)).not_to_be_in_viewport()
    typed.reload()

    expect(unsaved(typed)).to_contain_text(MINE)
    expect(unsaved(typed)).to_be_in_viewport()


def test_a_choice_from_the_menu_half_way(typed: Page, journey):
    editor(typed).locator("summary").click()
    push(typed, "Move right")

    expect(unsaved(typed)).to_contain_text(MINE)
    assert titles(typed)[1] == FIRST
    push(typed, "Go on typing")
    expect(field(typed, "title")).to_have_value(MINE)
    push(typed, "Save")
    expect(title(typed, MINE)).to_be_visible()
    assert is_saved(journey)


def test_a_closed_tab(typed: Page, journey):
    context = typed.context
    typed.close()
    page = context.new_page()
    page.goto("/")

    expect(unsaved(page)).to_contain_text(MINE)
    push(page, "Go on typing")
    page.wait_for_url(f"**{journey.get_absolute_url()}")
    push(page, "Go on typing")
    expect(field(page, "title")).to_have_value(MINE)


def test_what_is_thrown_away_is_gone(typed: Page):
    typed.reload()
    push(typed, "Throw away")

    expect(unsaved(typed)).to_have_count(0)
    typed.reload()
    expect(title(typed, FIRST)).to_be_visible()
    expect(unsaved(typed)).to_have_count(0)


def test_escape_keeps_nothing(typed: Page):
    typed.keyboard.press("Escape")
    expect(title(typed, FIRST)).to_be_visible()
    typed.reload()

    expect(title(typed, FIRST)).to_be_visible()
    expect(unsaved(typed)).to_have_count(0)


def test_someone_else_in_this_browser_sees_nothing(typed: Page, viewer, address, journey):
    typed.context.add_cookies([{"name": "sessionid", "value": session_of(viewer), "url": address}])
    typed.goto(journey.get_absolute_url())

    expect(typed.get_by_role("heading", name=FIRST)).to_be_visible()
    expect(unsaved(typed)).to_have_count(0)


def test_who_signs_out_leaves_nothing_in_this_browser(typed: Page, editor, address, journey):
    typed.goto(reverse("account_logout"))
    expect(unsaved(typed)).to_contain_text(MINE)
    expect(typed.locator("main")).to_contain_text(said("What is not saved yet then goes from this computer."))
    typed.get_by_role("main").get_by_role("button", name=said("Sign out")).click()
    expect(typed.get_by_label(said("Password")).first).to_be_visible()

    typed.context.add_cookies([{"name": "sessionid", "value": session_of(editor), "url": address}])
    typed.goto(journey.get_absolute_url())
    expect(title(typed, FIRST)).to_be_visible()
    expect(unsaved(typed)).to_have_count(0)


def test_a_journey_that_someone_else_deleted_keeps_the_text_on_screen(typed: Page, journey):
    journey.delete()
    push(typed, "Save")

    expect(typed.get_by_role("alert")).to_contain_text(said("This was deleted meanwhile"))
    expect(field(typed, "title")).to_have_value(MINE)


def test_a_bad_value_is_kept_over_a_reload(typed: Page):
    field(typed, "When").fill("ooit eens")
    push(typed, "Save")
    expect(editor(typed).locator(".field__error")).to_be_visible()
    typed.reload()
    push(typed, "Go on typing")

    expect(field(typed, "title")).to_have_value(MINE)
    expect(field(typed, "When")).to_have_value("ooit eens")


def test_what_was_refused_is_not_called_saved(typed: Page):
    push(typed, "Save")
    expect(typed.locator("#change-said")).to_have_text(said("Saved"))
    title(typed, MINE).click()
    field(typed, "When").fill("lang geleden")
    push(typed, "Save")
    expect(field(typed, "When")).to_have_attribute("aria-invalid", "true")
    expect(typed.locator("#change-said")).to_be_empty()


def test_the_form_of_a_persona_half_way(page: Page):
    page.goto("/personas/nieuw/")
    page.get_by_label(said("name")).first.fill("Noor")
    page.reload()

    expect(page.get_by_label(said("name")).first).to_have_value("Noor")
    expect(unsaved(page)).to_contain_text("Noor")
    push(page, "Save")
    expect(page.get_by_role("heading", name="Noor").first).to_be_visible()
    expect(unsaved(page)).to_have_count(0)


@pytest.mark.offline
def test_offline_it_waits_and_is_sent_when_the_connection_is_back(typed: Page, journey):
    typed.context.set_offline(True)
    push(typed, "Save")

    expect(
        typed.get_by_role("status").filter(has_text=said("1 change waits for a connection"))
    ).to_be_visible()
    expect(typed.locator("#map")).to_contain_text(MINE)
    assert not is_saved(journey)
    typed.context.set_offline(False)
    expect(title(typed, MINE)).to_be_visible()
    expect(typed.locator("#waiting")).to_be_empty()
    assert is_saved(journey)


@pytest.mark.offline
def test_tab_goes_on_without_a_connection(opened_map: Page, journey):
    steps = list(Step.objects.filter(phase__journey=journey).order_by("phase__order", "order")[:3])
    with opened_map.expect_response(f"**/stappen/{steps[2].pk}/doen/"):
        opened_map.locator(f"#s{steps[0].pk}-doing a").first.click()
    sent = []
    # Besides changes it tells which cell is at work.
    changes = re.compile("/stappen/.*/doen/")
    opened_map.on(
        "request",
        lambda request: request.method == "POST" and changes.search(request.url) and sent.append(request.url),
    )
    opened_map.context.set_offline(True)
    for step, text in zip(steps, ("Eén", "Twee", ""), strict=False):
        box = opened_map.locator(f"#s{step.pk}-doing [data-editor] textarea").first
        expect(box).to_be_focused()
        if text:
            box.fill(text)
            box.evaluate("box => [...box.form.querySelectorAll('textarea')].at(-1).focus()")
            opened_map.keyboard.press("Tab")
    expect(opened_map.locator("#waiting")).to_contain_text("2")
    sent.clear()

    opened_map.context.set_offline(False)
    expect(opened_map.locator("#waiting")).to_be_empty()
    assert [url.split("/stappen/")[1] for url in sent] == [f"{step.pk}/doen/" for step in steps[:2]]
    assert [Step.objects.get(pk=step.pk).doing for step in steps[:2]] == ["Eén", "Twee"]


@pytest.mark.offline
def test_what_waits_survives_a_reload(typed: Page, journey):
    typed.route(POSTS, lambda route: route.fulfill(status=503, body="restarting"))
    push(typed, "Save")
    expect(typed.locator("#waiting")).to_contain_text(said("1 change waits for a connection"))
    typed.reload()
    expect(typed.locator(".waiting")).to_contain_text(MINE)
    typed.unroute(POSTS)
    push(typed, "Try now")

    expect(title(typed, MINE)).to_be_visible()
    assert is_saved(journey)


@pytest.mark.offline
def test_a_lost_answer_makes_no_second_card(opened_map: Page, journey):
    lost = []

    def lose_first(route: Route) -> None:
        if route.request.method != "POST" or lost:
            return route.continue_()
        lost.append(route.fetch())
        return route.abort()

    opened_map.route("**/knelpunten/**", lose_first)
    before = Pain.objects.count()
    opened_map.locator("[data-lane=pains] .cell__add").first.click()
    editor(opened_map).locator("[name=text]").fill("De brief is te moeilijk")
    editor(opened_map).locator("[name=severity]").last.check()
    push(opened_map, "Save")

    expect(opened_map.locator("#map .card", has_text="De brief is te moeilijk")).to_have_count(1)
    expect(opened_map.locator("#waiting")).to_be_empty()
    assert lost
    assert Pain.objects.count() == before + 1


def test_after_an_expired_session_the_text_is_still_there(typed: Page, editor, journey, address):
    Session.objects.all().delete()
    push(typed, "Save")
    expect(typed.get_by_role("alert")).to_contain_text(said("Sign in again"))
    expect(field(typed, "title")).to_have_value(MINE)
    link = typed.get_by_role("alert").get_by_role("link", name=said("Sign in again"))
    assert journey.get_absolute_url() in link.get_attribute("href")

    typed.context.add_cookies([{"name": "sessionid", "value": session_of(editor), "url": address}])
    typed.context.clear_cookies(name="csrftoken")
    push(typed, "Try again")
    expect(title(typed, MINE)).to_be_visible()
    assert is_saved(journey)


def test_what_someone_else_deleted_can_be_copied(typed: Page, journey):
    """Its cell goes at once; the words stay."""
    Step.objects.filter(phase__journey=journey, title=FIRST).delete()

    expect(unsaved(typed)).to_contain_text(MINE)


@pytest.mark.offline
def test_what_waited_and_met_a_newer_text_is_shown_with_it(typed: Page, journey):
    typed.context.set_offline(True)
    push(typed, "Save")
    expect(typed.locator("#waiting")).not_to_be_empty()
    Step.objects.filter(phase__journey=journey, title=FIRST).update(title="Wij doen samen een test")
    typed.context.set_offline(False)

    expect(unsaved(typed)).to_contain_text(MINE)
    push(typed, "Go on typing")
    push(typed, "Save")
    expect(typed.locator(".theirs")).to_contain_text("Wij doen samen een test")
    push(typed, "Keep mine")
    expect(title(typed, MINE)).to_be_visible()
