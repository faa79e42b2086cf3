"""Typing along with a conversation: Tab and Enter save and go on, and nothing is sent that wasn't changed."""

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from journeys.models import Journey, Step
from tests.browser.on_map import editor, field, title, titles
from tests.browser.words import said

FIRST, SECOND = "Ik doe een zwangerschapstest", "Ik zoek een verloskundige"
DOING = "As experienced: what someone does"


@pytest.fixture
def steps(journey: Journey) -> list[Step]:
    return list(Step.objects.filter(phase__journey=journey).order_by("phase__order", "order"))


@pytest.fixture
def posts(opened_map: Page) -> list[str]:
    """What is sent to be saved; that someone is at work in a cell is told too, and saves nothing."""
    sent: list[str] = []

    def note(request: Request) -> None:
        if request.method == "POST" and "/live/" not in request.url:
            sent.append(request.url)

    opened_map.on("request", note)
    return sent


def cell(page: Page, step: Step, lane: str) -> Locator:
    return page.locator(f"#s{step.pk}-{lane}")


def keys(page: Page, *names: str) -> None:
    for name in names:
        page.keyboard.press(name)


def test_a_click_anywhere_in_a_cell_opens_it(opened_map: Page, steps: list[Step]):
    cell(opened_map, steps[0], "doing").locator("p").first.click()
    expect(field(opened_map, DOING)).to_be_focused()
    keys(opened_map, "Escape")
    expect(editor(opened_map)).to_have_count(0)

    cell(opened_map, steps[1], "pains").click(position={"x": 100, "y": 3})
    expect(editor(opened_map).get_by_role("heading", name=said("New pain"))).to_be_visible()


def test_a_click_in_another_cell_saves_the_open_one(opened_map: Page, steps: list[Step]):
    cell(opened_map, steps[0], "doing").locator("p").first.click()
    field(opened_map, DOING).fill("Ik bel eerst mijn zus.")
    cell(opened_map, steps[2], "thinking").click()

    expect(cell(opened_map, steps[2], "thinking").locator("[data-editor]")).to_be_visible()
    expect(editor(opened_map)).to_have_count(1)
    expect(cell(opened_map, steps[0], "doing")).to_contain_text("Ik bel eerst mijn zus.")
    opened_map.keyboard.type("Past dit?")
    cell(opened_map, steps[0], "doing").locator("p").first.click()
    expect(cell(opened_map, steps[2], "thinking")).to_contain_text("Past dit?")
    expect(field(opened_map, DOING)).to_be_focused()


def test_what_is_refused_stays_open_when_another_cell_is_clicked(opened_map: Page, steps: list[Step]):
    title(opened_map, FIRST).click()
    field(opened_map, "Title").fill("")
    cell(opened_map, steps[2], "thinking").click()

    expect(field(opened_map, "Title")).to_have_attribute("aria-invalid", "true")
    expect(field(opened_map, "Title")).to_be_focused()
    expect(editor(opened_map)).to_have_count(1)


def test_selecting_text_opens_nothing(opened_map: Page, steps: list[Step]):
    text = cell(opened_map, steps[0], "doing").locator("p").first
    box = text.bounding_box()
    opened_map.mouse.move(box["x"] + 2, box["y"] + 8)
    opened_map.mouse.down()
    opened_map.mouse.move(box["x"] + 90, box["y"] + 8, steps=4)
    opened_map.mouse.up()

    assert opened_map.evaluate("getSelection().toString().length") > 3
    expect(editor(opened_map)).to_have_count(0)


def test_tab_saves_and_opens_the_next_cell(opened_map: Page, steps: list[Step], posts: list[str]):
    cell(opened_map, steps[0], "doing").get_by_role("link").focus()
    keys(opened_map, "Enter")
    expect(field(opened_map, DOING)).to_be_focused()
    keys(opened_map, "Control+a")
    opened_map.keyboard.type("Zij belt eerst haar zus")
    keys(opened_map, "Tab", "Tab")
    opened_map.keyboard.type("En dan: ")

    expect(cell(opened_map, steps[1], "doing").locator("[data-editor]")).to_be_visible()
    expect(field(opened_map, DOING)).to_have_value(f"{steps[1].doing}En dan: ")
    expect(cell(opened_map, steps[0], "doing")).to_contain_text("Zij belt eerst haar zus")
    assert len(posts) == 1
    assert Step.objects.get(pk=steps[0].pk).doing == "Zij belt eerst haar zus"


def test_shift_tab_saves_and_opens_the_cell_before(opened_map: Page, steps: list[Step], posts: list[str]):
    cell(opened_map, steps[1], "thinking").get_by_role("link").focus()
    keys(opened_map, "Enter")
    expect(field(opened_map, "thinking")).to_be_focused()
    opened_map.keyboard.type("!")
    keys(opened_map, "Shift+Tab")

    expect(cell(opened_map, steps[0], "thinking").locator("[data-editor]")).to_be_visible()
    assert Step.objects.get(pk=steps[1].pk).thinking == f"{steps[1].thinking}!"
    keys(opened_map, "Shift+Tab")
    expect(editor(opened_map)).to_have_count(0)
    expect(cell(opened_map, steps[0], "thinking").get_by_role("link")).to_be_focused()
    assert len(posts) == 1


def test_what_was_not_changed_is_not_sent(opened_map: Page, steps: list[Step], posts: list[str]):
    title(opened_map, FIRST).click()
    expect(field(opened_map, "title")).to_be_focused()
    keys(opened_map, "Control+Enter")
    expect(title(opened_map, FIRST)).to_be_focused()
    title(opened_map, FIRST).click()
    editor(opened_map).get_by_role("button", name=said("Save")).click()
    expect(title(opened_map, FIRST)).to_be_focused()
    cell(opened_map, steps[0], "feeling").get_by_role("link").click()
    expect(editor(opened_map)).to_be_visible()
    keys(opened_map, "Tab", "Tab", "Tab", "Escape")

    expect(editor(opened_map)).to_have_count(0)
    assert posts == []


def test_ten_titles_in_a_row(opened_map: Page):
    new = [f"Ik doe ding {number}" for number in range(1, 11)]
    title(opened_map, FIRST).click()
    expect(field(opened_map, "title")).to_be_focused()
    keys(opened_map, "Enter")
    for text in new:
        opened_map.keyboard.type(text)
        keys(opened_map, "Enter")
    expect(title(opened_map, new[-1])).to_be_visible()
    expect(field(opened_map, "title")).to_have_value("")
    keys(opened_map, "Enter")

    expect(editor(opened_map)).to_have_count(0)
    assert titles(opened_map)[:12] == [FIRST, *new, SECOND]


def test_a_refused_value_keeps_the_focus_and_the_words(opened_map: Page, steps: list[Step]):
    title(opened_map, FIRST).click()
    field(opened_map, "When").fill("ooit eens")
    field(opened_map, "duration in days").fill("3")
    field(opened_map, "duration in days").focus()
    boxes = editor(opened_map).get_by_role("checkbox").count()
    keys(opened_map, *["Tab"] * (boxes + 1))

    expect(field(opened_map, "When")).to_have_attribute("aria-invalid", "true")
    expect(field(opened_map, "When")).to_be_focused()
    expect(field(opened_map, "When")).to_have_value("ooit eens")
    expect(field(opened_map, "duration in days")).to_have_value("3")


def test_tab_goes_from_card_to_card(opened_map: Page, steps: list[Step]):
    link = cell(opened_map, steps[0], "contacts").get_by_role("link").first
    link.click()
    note = field(opened_map, "because of this")
    note.fill("ik het zeker wil weten")
    editor(opened_map).get_by_role("checkbox").last.focus()
    for _ in range(4):
        if cell(opened_map, steps[0], "contacts").locator("[data-editor]").count():
            keys(opened_map, "Tab")

    expect(cell(opened_map, steps[1], "contacts").locator("[data-editor]")).to_be_visible()
    assert steps[0].encounters.get().note == "ik het zeker wil weten"


@pytest.mark.parametrize("is_changed", [False, True], ids=["as it was", "changed"])
@pytest.mark.parametrize(("end", "key"), [(-1, "Tab"), (0, "Shift+Tab")], ids=["last", "first"])
@pytest.mark.parametrize("lane", ["pains", "improvements", "facts", "processes"])
def test_past_an_end_of_a_lane_the_focus_stays_in_its_cell(
    opened_map: Page, steps: list[Step], posts: list[str], lane: str, end: int, key: str, is_changed: bool
):
    place = cell(opened_map, steps[end], lane)
    place.locator(".cards a[href], .cell__add").first.focus()
    keys(opened_map, "Enter")
    expect(place.locator("[data-editor] :focus")).to_have_count(1)
    if is_changed:
        opened_map.keyboard.type("Zo gaat het")
    for _stop in range(place.locator("[data-editor] :is(a, button, input, select, textarea)").count()):
        if editor(opened_map).count() and not posts:
            keys(opened_map, key)

    expect(editor(opened_map)).to_have_count(0)
    expect(place.locator(":focus")).to_have_count(1)
    assert len(posts) == is_changed
    if is_changed:
        expect(opened_map.locator("#journey")).to_contain_text("Zo gaat het")


def test_the_rest_is_in_a_menu_at_the_top(opened_map: Page):
    title(opened_map, FIRST).click()
    expect(field(opened_map, "title")).to_be_focused()
    keys(opened_map, "Shift+Tab", "Enter")
    expect(editor(opened_map).get_by_role("link", name=said("Step after this one"))).to_be_visible()
    keys(opened_map, "Escape")
    expect(editor(opened_map).get_by_role("link", name=said("Step after this one"))).to_be_hidden()
    expect(editor(opened_map)).to_be_visible()


def test_the_map_does_not_jump_while_typing(opened_map: Page, steps: list[Step]):
    opened_map.locator("#map").evaluate("map => map.scrollTo(600, 0)")
    cell(opened_map, steps[5], "doing").get_by_role("link").click()
    expect(field(opened_map, DOING)).to_be_focused()
    opened_map.keyboard.type("x")
    head = title(opened_map, steps[5].title)
    head.element_handle().wait_for_element_state("stable")  # opening may have scrolled
    before = head.bounding_box()
    keys(opened_map, "Control+Enter")
    expect(editor(opened_map)).to_have_count(0)
    head.element_handle().wait_for_element_state("stable")

    assert head.bounding_box() == before
