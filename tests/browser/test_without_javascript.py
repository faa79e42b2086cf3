"""The same without JavaScript: plain links and forms."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.on_map import title
from tests.browser.words import said

FIRST = "Ik doe een zwangerschapstest"


@pytest.fixture
def plain(visit, editor, journey) -> Page:
    page = visit(editor, java_script_enabled=False)
    page.goto(journey.get_absolute_url())
    return page


def save(page: Page) -> None:
    page.get_by_role("button", name=said("Save")).click()


def test_a_title_is_corrected(plain: Page, journey):
    title(plain, FIRST).click()
    plain.get_by_label(said("title")).fill("Ik doe een test")
    save(plain)

    expect(title(plain, "Ik doe een test")).to_be_visible()
    assert journey.get_absolute_url() in plain.url


def test_a_step_is_added(plain: Page):
    title(plain, FIRST).click()
    plain.get_by_role("link", name=said("Step after this one")).click()
    plain.get_by_label(said("title")).fill("Ik vertel het mijn moeder")
    save(plain)

    expect(title(plain, "Ik vertel het mijn moeder")).to_be_visible()


def test_a_step_moves(plain: Page):
    title(plain, FIRST).click()
    plain.get_by_role("button", name=said("Move right")).click()

    expect(plain.locator("#map h3").first).not_to_contain_text(FIRST)


def test_a_step_is_deleted_after_a_question(plain: Page):
    title(plain, FIRST).click()
    plain.get_by_role("link", name=said("Delete this step")).click()
    expect(plain.get_by_role("heading", level=1)).to_contain_text(FIRST)
    plain.get_by_role("button", name=said("Delete")).click()

    expect(title(plain, FIRST)).to_have_count(0)


def test_what_is_not_clear_is_kept_with_the_error_beside_it(plain: Page):
    title(plain, FIRST).click()
    plain.get_by_label(said("When")).fill("ooit eens")
    with plain.expect_navigation() as answer:
        save(plain)

    assert answer.value.status == 422
    expect(plain.get_by_label(said("When"))).to_have_value("ooit eens")
    expect(plain.locator(".field__error")).to_be_visible()


def test_cancel_leads_back_to_the_step(plain: Page):
    title(plain, FIRST).click()
    plain.get_by_role("link", name=said("Cancel")).click()

    expect(plain.get_by_role("heading", name=FIRST).first).to_be_visible()


def test_a_situation_is_chosen(plain: Page):
    plain.locator("summary").filter(has_text=said("Situation:")).click()
    plain.get_by_role("link", name="twee moeders").click()

    expect(title(plain, "Ik hoor dat we moeten erkennen")).to_have_count(0)
