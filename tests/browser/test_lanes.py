"""Lanes of the map are hidden, at once with JavaScript and by a form without."""

from playwright.sync_api import Page, expect

from tests.browser.hands import Hand
from tests.browser.on_map import field, save, title
from tests.browser.words import said


def menu(page: Page):
    return page.locator("[data-lane-choice] summary")


def lane(page: Page, name: str):
    return page.locator("[data-lane-choice]").get_by_role("checkbox", name=said(name))


def cells(page: Page, name: str):
    return page.locator(f"#map .cell[data-lane={name}]:visible")


def test_lanes_go_and_come_back(hand: Hand, opened_map: Page):
    hand.press(menu(opened_map))
    hand.tick(lane(opened_map, "Heartbeat"))
    hand.tick(lane(opened_map, "Pains"))

    expect(cells(opened_map, "pains")).to_have_count(0)
    expect(menu(opened_map)).to_have_text(said("%(count)s lanes hidden", count=2))
    opened_map.reload()
    expect(cells(opened_map, "feeling")).to_have_count(0)

    hand.press(menu(opened_map))
    hand.press(opened_map.get_by_role("button", name=said("Show all lanes")))
    expect(cells(opened_map, "feeling").first).to_be_visible()
    expect(menu(opened_map)).to_have_text(said("Lanes"))


def test_the_words_beside_a_box_choose_too(opened_map: Page):
    menu(opened_map).click()
    opened_map.locator("[data-lane-choice]").get_by_text(said("Pains")).click()

    expect(cells(opened_map, "pains")).to_have_count(0)
    expect(lane(opened_map, "Heartbeat")).to_be_visible()
    opened_map.get_by_role("heading", level=1).click()
    expect(lane(opened_map, "Heartbeat")).to_be_hidden()


def test_a_hidden_lane_leaves_no_gap(opened_map: Page):
    below = opened_map.locator("#map .lanes__name[data-lane=contacts]")
    above = opened_map.locator("#map .lanes__name[data-lane=thinking]")
    menu(opened_map).click()
    lane(opened_map, "Heartbeat").click()

    end = above.bounding_box()["y"] + above.bounding_box()["height"]
    assert abs(below.bounding_box()["y"] - end) < 2


def test_an_edit_leaves_lanes_hidden(hand: Hand, opened_map: Page):
    hand.press(menu(opened_map))
    hand.tick(lane(opened_map, "Pains"))
    opened_map.keyboard.press("Escape")
    hand.press(title(opened_map, "Ik doe een zwangerschapstest"))
    hand.write(field(opened_map, "title"), "Ik doe een test")
    save(hand)

    expect(title(opened_map, "Ik doe een test")).to_be_focused()
    expect(cells(opened_map, "pains")).to_have_count(0)


def test_without_javascript_a_form_does_it(visit, editor, journey):
    page = visit(editor, java_script_enabled=False)
    page.goto(journey.get_absolute_url())
    menu(page).click()
    lane(page, "Pains").uncheck()
    page.get_by_role("button", name=said("Show"), exact=True).click()

    expect(cells(page, "pains")).to_have_count(0)
    expect(menu(page)).to_have_text(said("1 lane hidden"))
    page.goto(journey.get_absolute_url())
    expect(cells(page, "pains")).to_have_count(0)
    expect(cells(page, "doing").first).to_be_visible()


def test_on_a_phone_too(opened_map: Page):
    opened_map.set_viewport_size({"width": 320, "height": 568})
    menu(opened_map).click()
    lane(opened_map, "Pains").click()

    expect(cells(opened_map, "pains")).to_have_count(0)
