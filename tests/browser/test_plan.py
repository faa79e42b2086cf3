"""The plan by mouse and by keyboard: moving an improvement, undoing that, changing it on its own page."""

import pytest
from playwright.sync_api import Locator, Page, expect

from improvements.models import Improvement
from tests.browser.hands import Hand, Keyboard
from tests.browser.words import said

QUICK = "Erkennen in de map van de verloskundige"


@pytest.fixture
def row(example) -> Improvement:
    return Improvement.objects.get(title=QUICK)


@pytest.fixture
def plan(page: Page, example) -> Page:
    page.goto("/verbeteringen/")
    return page


def point(page: Page, row: Improvement) -> Locator:
    return page.locator(f"#punt-{row.pk}")


def place(row: Improvement) -> tuple[int | None, int | None]:
    row.refresh_from_db()
    return row.effort, row.effect


def stands_at(page: Page, row: Improvement, effort: int, effect: int) -> None:
    cell = f".plot__cell[data-effort='{effort}'][data-effect='{effect}']"
    expect(page.locator(f"{cell} #punt-{row.pk}")).to_be_visible()
    expect(page.locator(".change-bar__said")).to_be_visible()


def drag(page: Page, from_: Locator, to: Locator) -> None:
    start, end = from_.bounding_box(), to.bounding_box()
    page.mouse.move(start["x"] + 12, start["y"] + 12)
    page.mouse.down()
    page.mouse.move(start["x"] + 40, start["y"] + 40)
    page.mouse.move(end["x"] + 8, end["y"] + 8, steps=3)
    page.mouse.up()


def test_arrow_keys_move_an_improvement_and_undo_brings_it_back(plan: Page, row):
    point(plan, row).focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowDown"):
        plan.keyboard.press(key)
    words = said("{title}: effort {effort} of 5, effect {effect} of 5")
    told = words.replace("{title}", QUICK).replace("{effort}", "4").replace("{effect}", "4")
    expect(plan.locator("#announcer")).to_have_text(told)

    stands_at(plan, row, 4, 4)
    expect(point(plan, row)).to_be_focused()
    assert place(row) == (4, 4)
    assert row.journey.changes.filter(kind="edit").count() == 1

    plan.keyboard.press("Control+z")
    stands_at(plan, row, 2, 5)
    expect(point(plan, row)).to_be_focused()
    assert place(row) == (2, 5)


def test_at_an_edge_it_stays(plan: Page, row):
    point(plan, row).focus()
    for _ in range(4):
        plan.keyboard.press("ArrowLeft")
    plan.keyboard.press("ArrowUp")

    stands_at(plan, row, 1, 5)
    assert place(row) == (1, 5)


def test_it_is_dragged_to_another_place(plan: Page, row):
    drag(plan, point(plan, row), plan.locator(".plot__cell[data-effort='5'][data-effect='4']"))

    stands_at(plan, row, 5, 4)
    assert place(row) == (5, 4)
    assert plan.url.endswith("/verbeteringen/")


def test_the_page_goes_along_with_a_drag_to_what_is_below(plan: Page, row):
    start = point(plan, row).bounding_box()
    plan.mouse.move(start["x"] + 12, start["y"] + 12)
    plan.mouse.down()
    plan.mouse.move(start["x"] + 12, 760, steps=3)

    expect(plan.locator(".plot__unplaced")).to_be_in_viewport()
    plan.mouse.up()


def test_escape_lets_a_drag_go_back(plan: Page, row):
    box = point(plan, row).bounding_box()
    plan.mouse.move(box["x"] + 12, box["y"] + 12)
    plan.mouse.down()
    plan.mouse.move(box["x"] + 200, box["y"] + 200, steps=3)
    plan.keyboard.press("Escape")
    plan.mouse.up()

    expect(plan.locator("[data-dragged]")).to_have_count(0)
    assert place(row) == (2, 5)


def test_what_has_no_place_is_placed_and_taken_out_again(page: Page, row):
    Improvement.objects.filter(pk=row.pk).update(effort=None, effect=None)
    page.goto("/verbeteringen/")
    expect(page.locator(f".plot__unplaced #punt-{row.pk}")).to_be_visible()
    point(page, row).focus()
    page.keyboard.press("ArrowUp")
    stands_at(page, row, 3, 3)
    assert place(row) == (3, 3)

    page.set_viewport_size({"width": 1366, "height": 1400})
    with page.expect_response("**/plaats/"):
        drag(page, point(page, row), page.locator(".plot__unplaced"))
    expect(page.locator(f".plot__unplaced #punt-{row.pk}")).to_be_visible()
    expect(page.locator(".change-bar__said")).to_be_visible()
    assert place(row) == (None, None)


def test_points_never_lie_over_each_other(plan: Page):
    boxes = [one.bounding_box() for one in plan.locator(".plot .point").all()]
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            apart = (
                one["x"] + one["width"] <= other["x"] + 1
                or other["x"] + other["width"] <= one["x"] + 1
                or one["y"] + one["height"] <= other["y"] + 1
                or other["y"] + other["height"] <= one["y"] + 1
            )
            assert apart


def test_a_viewer_moves_nothing(visit, viewer, row):
    page = visit(viewer)
    page.goto("/verbeteringen/")
    point(page, row).focus()
    page.keyboard.press("ArrowRight")

    expect(point(page, row)).to_be_visible()
    assert page.locator("[data-point]").count() == 0


def test_an_improvement_is_changed_on_its_page(hand: Hand, row):
    page = hand.page
    page.goto(row.get_absolute_url())
    part = page.locator("#plan")
    hand.press(part.get_by_role("link", name=said("Edit")))
    hand.write(part.get_by_label(said("Owner")), "Ziekenhuis")
    if isinstance(hand, Keyboard):
        page.keyboard.press("Control+Enter")
    else:
        part.get_by_role("button", name=said("Save")).click()

    expect(part.get_by_role("link", name="Ziekenhuis")).to_be_visible()
    expect(part.get_by_role("link", name=said("Edit"))).to_be_focused()
    expect(page.locator("#announcer")).to_have_text(said("Saved"))
    row.refresh_from_db()
    assert row.owner_party.name == "Ziekenhuis"


def test_escape_leaves_a_part_as_it_was(hand: Hand, row):
    page = hand.page
    page.goto(row.get_absolute_url())
    part = page.locator("#tekst")
    hand.press(part.get_by_role("link", name=said("Edit")))
    expect(part.locator("[data-editor] :focus")).to_have_count(1)
    page.keyboard.press("Escape")

    expect(part.locator("[data-editor]")).to_have_count(0)
    expect(part.get_by_role("link", name=said("Edit"))).to_be_focused()


def test_pains_of_another_journey_are_chosen(hand: Hand, row):
    page = hand.page
    page.goto(row.get_absolute_url())
    hand.press(page.get_by_role("link", name=said("Pains of another journey")))
    hand.press(page.get_by_role("link", name="Wij worden samen moeder"))
    field = page.get_by_role("checkbox", name="Niemand", exact=False).first
    name = field.evaluate("(box) => box.parentElement.textContent.trim().split(' (')[0]")
    hand.tick(field)
    hand.press(page.get_by_role("button", name=said("Save")))

    expect(page.locator("#knelpunten").get_by_text(name)).to_be_visible()
    assert row.addresses.filter(text=name).exists()


def test_a_place_gets_an_improvement_that_lands_there(hand: Hand, example):
    page = hand.page
    page.goto("/waar-mensen-al-zijn/")
    improve = page.get_by_role("link").filter(has_text=said("Improve there"))
    hand.press(improve.filter(has_text="20-wekenecho"))
    hand.write(page.get_by_label(said("title").capitalize(), exact=False).first, "Kaartje bij de echo")
    hand.tick(page.get_by_role("checkbox").first)
    hand.press(page.get_by_role("button", name=said("Save")))

    expect(page.get_by_role("heading", level=1, name="Kaartje bij de echo")).to_be_visible()
    made = Improvement.objects.get(title="Kaartje bij de echo")
    assert made.lands_at.get().name == "20-wekenecho"
    assert made.addresses.exists()


def test_it_fits_a_phone(visit, editor, example):
    page = visit(editor, viewport={"width": 320, "height": 640})
    for path in ("/verbeteringen/", "/waar-mensen-al-zijn/", Improvement.objects.first().get_absolute_url()):
        page.goto(path)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide == 0, path
