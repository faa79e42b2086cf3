"""The table, as a spreadsheet: by keyboard, by mouse, and with a clipboard."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from journeys.models import Journey, Step
from tests.browser.on_map import announced
from tests.browser.words import said


@pytest.fixture
def table(page: Page, journey: Journey) -> Page:
    page.goto(f"{journey.get_absolute_url()}tabel/")
    return page


@pytest.fixture
def steps(journey: Journey) -> list[Step]:
    return list(Step.objects.filter(phase__journey=journey).order_by("phase__order", "order"))


def cell(page: Page, step: Step, column: str) -> Locator:
    return page.locator(f"#c{step.pk}-{column}")


def editor(page: Page) -> Locator:
    return page.locator("#table [data-editor]")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def saved(step: Step, field: str):
    step.refresh_from_db()
    return getattr(step, field)


def to_table(page: Page) -> None:
    """As Tab comes in: the table is one stop."""
    page.locator("#table-scroll").focus()
    press(page, "Tab")


def test_arrow_keys_roam_and_the_table_is_one_stop(table: Page, steps):
    to_table(table)
    expect(cell(table, steps[0], "titel")).to_be_focused()

    press(table, "ArrowDown", "ArrowRight")
    expect(cell(table, steps[1], "moment")).to_be_focused()
    press(table, "End")
    expect(cell(table, steps[1], "achter")).to_be_focused()
    press(table, "Home", "ArrowUp", "ArrowUp")
    expect(table.locator("#kop-fase")).to_be_focused()
    press(table, "Control+End")
    expect(cell(table, steps[-1], "achter")).to_be_focused()
    press(table, "Tab")
    expect(table.locator("#table :focus")).to_have_count(0)


def test_typing_replaces_enter_goes_down_and_tab_to_the_right(table: Page, steps):
    cell(table, steps[0], "doen").focus()
    table.keyboard.type("Samen in bad")
    press(table, "Enter")
    expect(cell(table, steps[1], "doen")).to_be_focused()
    assert saved(steps[0], "doing") == "Samen in bad"

    table.keyboard.type("Ik bel rond")
    press(table, "Tab")
    expect(cell(table, steps[1], "denken")).to_be_focused()
    assert saved(steps[1], "doing") == "Ik bel rond"

    table.keyboard.type("Wie nu?")
    press(table, "Shift+Enter")
    expect(cell(table, steps[0], "denken")).to_be_focused()
    press(table, "F2")
    expect(editor(table).get_by_role("textbox")).to_be_focused()
    press(table, "Shift+Tab")
    expect(cell(table, steps[0], "doen")).to_be_focused()
    assert saved(steps[1], "thinking") == "Wie nu?"


def test_someone_who_types_on_loses_no_key(table: Page, steps):
    cell(table, steps[0], "nodig").focus()
    for word in ("rust", "hulp", "raad"):
        table.keyboard.type(word)
        press(table, "Enter")

    expect(cell(table, steps[3], "nodig")).to_be_focused()
    expect(cell(table, steps[2], "nodig")).to_contain_text("raad")
    assert [saved(step, "needs") for step in steps[:3]] == ["rust", "hulp", "raad"]


def test_escape_leaves_it_as_it_was(table: Page, steps):
    before = steps[0].doing
    cell(table, steps[0], "doen").focus()
    press(table, "Enter")
    table.keyboard.type(" en meer")
    press(table, "Escape")

    expect(editor(table)).to_have_count(0)
    expect(cell(table, steps[0], "doen")).to_be_focused()
    assert saved(steps[0], "doing") == before


def test_a_feeling_by_number_and_a_moment_in_words(table: Page, steps):
    cell(table, steps[0], "gevoel").focus()
    press(table, "1", "Enter")
    expect(cell(table, steps[1], "gevoel")).to_be_focused()
    assert saved(steps[0], "feeling") == -2

    cell(table, steps[1], "moment").focus()
    table.keyboard.type("31 weken ervoor")
    press(table, "Enter")
    expect(cell(table, steps[1], "moment")).to_contain_text("31 weken")
    assert saved(steps[1], "offset_days") == -217


def test_what_can_not_be_read_stays_open(table: Page, steps):
    cell(table, steps[1], "moment").focus()
    table.keyboard.type("ooit")
    press(table, "Enter")

    expect(editor(table).locator(".field__error")).to_be_visible()
    expect(editor(table).get_by_role("textbox")).to_have_value("ooit")
    expect(editor(table).get_by_role("textbox")).to_be_focused()


def test_what_points_at_someone_is_asked_about_in_words_and_kept_on_purpose(table: Page, steps):
    cell(table, steps[1], "doen").focus()
    table.keyboard.type("Bel 06-12345678")
    press(table, "Enter")

    words = editor(table).get_by_text(said("Keep it all the same"))
    expect(words).to_be_visible()
    assert words.bounding_box()["width"] > 50  # and not for who listens alone
    words.click()
    editor(table).get_by_role("button", name=said("Save")).click()
    expect(editor(table)).to_have_count(0)
    assert saved(steps[1], "doing") == "Bel 06-12345678"


def test_by_mouse_a_click_opens_and_another_saves(table: Page, steps):
    cell(table, steps[0], "nodig").click()
    editor(table).get_by_role("textbox").fill("Rust")
    cell(table, steps[6], "nodig").click()

    expect(cell(table, steps[6], "nodig").locator("[data-editor]")).to_be_visible()
    expect(editor(table)).to_have_count(1)
    assert saved(steps[0], "needs") == "Rust"
    editor(table).get_by_role("textbox").fill("Iemand")
    cell(table, steps[3], "nodig").get_by_role("link").click()
    expect(cell(table, steps[3], "nodig").locator("[data-editor]")).to_be_visible()
    expect(editor(table)).to_have_count(1)
    assert saved(steps[6], "needs") == "Iemand"
    table.keyboard.type("!")
    assert editor(table).get_by_role("textbox").input_value().endswith("!")
    editor(table).get_by_role("button", name=said("Save")).click()
    expect(editor(table)).to_have_count(0)
    assert saved(steps[3], "needs").endswith("!")


def test_a_click_on_a_heading_sorts_and_the_focus_stays(table: Page, steps):
    heading = table.locator("#kop-gevoel")
    heading.get_by_role("link").click()

    expect(heading).to_have_attribute("aria-sort", "ascending")
    expect(table).to_have_url(re.compile("sorteer=gevoel"))
    expect(table.locator("#table-said")).to_contain_text("de volgorde van de klantreis blijft")


def test_a_filter_shows_fewer_rows_and_an_edit_leaves_them_in_place(table: Page, steps):
    table.get_by_role("checkbox", name=said("without a moment")).check()
    shown = [step for step in steps if step.offset_days is None]
    expect(table.locator("#table tbody tr")).to_have_count(len(shown))

    cell(table, shown[0], "moment").click()
    editor(table).get_by_role("textbox").fill("15 weken ervoor")
    press(table, "Enter")
    expect(cell(table, shown[0], "moment")).to_contain_text("15 weken")
    expect(table.locator("#table tbody tr")).to_have_count(len(shown))


def test_undo_takes_a_cell_back(table: Page, steps):
    before = steps[0].doing
    cell(table, steps[0], "doen").focus()
    table.keyboard.type("Iets anders")
    press(table, "Enter")
    expect(cell(table, steps[1], "doen")).to_be_focused()

    press(table, "Control+z")
    expect(cell(table, steps[0], "doen")).to_contain_text(before[:20])
    assert saved(steps[0], "doing") == before


def paste(page: Page, text: str) -> None:
    page.evaluate(
        """(text) => {
          const data = new DataTransfer();
          data.setData("text/plain", text);
          const options = { clipboardData: data, bubbles: true, cancelable: true };
          document.activeElement.dispatchEvent(new ClipboardEvent("paste", options));
        }""",
        text,
    )


def copied(page: Page) -> str:
    return page.evaluate(
        """() => {
          const data = new DataTransfer();
          const options = { clipboardData: data, bubbles: true, cancelable: true };
          document.activeElement.dispatchEvent(new ClipboardEvent("copy", options));
          return data.getData("text/plain");
        }"""
    )


def test_a_block_is_copied_and_pasted_and_undone_at_once(table: Page, steps):
    cell(table, steps[0], "gevoel").focus()
    press(table, "Shift+ArrowDown", "Shift+ArrowRight")
    expect(table.locator("#table [aria-selected=true]")).to_have_count(4)
    assert copied(table) == f"heel goed\t{steps[0].doing}\ngoed\t{steps[1].doing}"
    announced(table, "4")

    cell(table, steps[2], "gevoel").focus()
    press(table, "ArrowDown", "ArrowUp")
    paste(table, 'slecht\t"Wij wachten\nlang"\n+1\tIk zoek')
    expect(table.locator("#what-changes")).to_be_focused()
    table.get_by_role("button", name=said("Write this")).click()

    expect(table.locator("#messages")).to_contain_text("4")
    expect(cell(table, steps[2], "doen")).to_contain_text("Wij wachten")
    assert (saved(steps[2], "feeling"), saved(steps[3], "feeling")) == (-1, 1)
    table.get_by_role("button", name=said("Undo")).click()
    expect(cell(table, steps[2], "doen")).not_to_contain_text("Wij wachten")


def test_one_text_is_pasted_in_its_cell(table: Page, steps):
    cell(table, steps[0], "nodig").focus()
    paste(table, "Rust\n")
    expect(editor(table).get_by_role("textbox")).to_have_value("Rust")
    press(table, "Enter")

    expect(cell(table, steps[0], "nodig")).to_contain_text("Rust")
    assert saved(steps[0], "needs") == "Rust"


def test_a_reload_half_way_loses_nothing(table: Page, steps):
    cell(table, steps[0], "doen").focus()
    table.keyboard.type("Half getypt")
    table.reload()

    unsaved = table.get_by_role("region", name=said("Not saved yet"), exact=True)
    expect(unsaved).to_contain_text("Half getypt")
    table.get_by_role("button", name=said("Go on typing"), exact=True).first.click()
    expect(editor(table).get_by_role("textbox")).to_have_value("Half getypt")


@pytest.mark.offline
def test_a_cell_opens_and_waits_without_a_connection(table: Page, steps):
    table.context.set_offline(True)
    cell(table, steps[0], "doen").focus()
    table.keyboard.type("In de tunnel")
    press(table, "Enter")
    expect(cell(table, steps[1], "doen")).to_be_focused()
    expect(cell(table, steps[0], "doen")).to_contain_text("In de tunnel")

    table.context.set_offline(False)
    expect(table.locator("#waiting")).to_be_empty()
    expect(cell(table, steps[0], "doen").locator(".table__text")).to_contain_text("In de tunnel")
    assert saved(steps[0], "doing") == "In de tunnel"


def test_cells_open_a_step_beside_the_table(table: Page, steps):
    contacts = cell(table, steps[1], "contact")
    contacts.focus()
    press(table, "Enter")
    expect(table.locator("#panel-title")).to_be_focused()
    press(table, "Escape")
    expect(table.locator(".step-panel")).to_have_count(0)


def test_without_javascript_a_block_is_pasted_in_a_form(visit, editor, journey, steps):
    page = visit(editor, java_script_enabled=False)
    page.goto(f"{journey.get_absolute_url()}tabel/")
    page.get_by_role("link", name=said("Paste from a spreadsheet")).click()
    page.get_by_label(said("What you copied")).fill("Stap\tDuur\nIk doe samen een test\t2 dagen")
    page.get_by_role("button", name=said("Show what would change")).click()
    page.get_by_role("button", name=said("Write this")).click()

    expect(page.locator(f"#c{steps[0].pk}-titel")).to_contain_text("Ik doe samen een test")
    assert saved(steps[0], "duration_days") == 2
