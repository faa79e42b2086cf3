"""All keys of the map in one list: on the question mark, from the link beside the map, and as a page."""

from playwright.sync_api import Page, expect

from tests.browser.axe import findings
from tests.browser.on_map import editor, field, title
from tests.browser.words import said

FIRST = "Ik doe een zwangerschapstest"


def test_the_question_mark_opens_the_list_and_escape_closes_it(opened_map: Page):
    title(opened_map, FIRST).focus()
    opened_map.keyboard.press("?")
    dialog = opened_map.get_by_role("dialog", name=said("Keys"))

    expect(dialog.get_by_text(said("duplicate the step or the phase"))).to_be_visible()
    assert findings(opened_map, "#keyboard-map") == []
    opened_map.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(title(opened_map, FIRST)).to_be_focused()


def test_the_link_beside_the_map_opens_it_too(opened_map: Page):
    opened_map.get_by_role("link", name=said("Keys")).click()
    dialog = opened_map.get_by_role("dialog", name=said("Keys"))
    dialog.get_by_role("button", name=said("Close")).click()

    expect(dialog).to_be_hidden()


def test_a_question_mark_in_a_field_is_a_question_mark(opened_map: Page):
    title(opened_map, FIRST).click()
    expect(field(opened_map, "title")).to_be_focused()
    opened_map.keyboard.press("?")

    expect(field(opened_map, "title")).to_have_value(f"{FIRST}?")
    expect(editor(opened_map)).to_be_visible()


def test_who_may_only_look_reads_of_no_changes(visit, viewer, journey):
    page = visit(viewer)
    page.goto(journey.get_absolute_url())
    page.get_by_role("link", name=said("Keys")).click()

    expect(page.get_by_role("heading", name=said("Walk through the map"))).to_be_visible()
    expect(page.get_by_role("heading", name=said("Steps and phases"))).to_have_count(0)


def test_without_javascript_it_is_a_page(visit, editor_and_facilitator, journey):
    page = visit(editor_and_facilitator[0], java_script_enabled=False)
    page.goto(journey.get_absolute_url())
    page.get_by_role("link", name=said("Keys")).click()

    expect(page.get_by_role("heading", level=1, name=said("Keys"))).to_be_visible()
