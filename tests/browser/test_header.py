"""The header fits: no link lies over another, whatever is beside it and however wide the window."""

import pytest
from playwright.sync_api import Page, expect

WIDTHS = (1920, 1366, 1280, 1110, 1024, 800, 390, 320)
LONG = "Gemeentelijk Samenwerkingsverband Hoeksche Waard en Omstreken"
# Each pair that shares a pixel, and whatever sticks out of the window.
OVERLAPS = """(header) => {
  const shown = [...header.querySelectorAll('a, button')].filter((one) => one.checkVisibility());
  const boxes = shown.map((one) => [one.textContent.trim(), one.getBoundingClientRect()]);
  const across = boxes.filter(([, box]) => box.right > innerWidth || box.height < 24 || box.width < 24);
  const over = boxes.slice(1).filter(([, box], place) => box.left < boxes[place][1].right);
  return [...across, ...over].map(([words]) => words);
}"""


@pytest.fixture
def header(opened_map) -> Page:
    return opened_map.get_by_role("banner")


def fits(page: Page, header) -> dict[int, list[str]]:
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 768})
        if overlaps := header.evaluate(OVERLAPS):
            found[width] = overlaps
    return found


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_link_has_a_place_of_its_own(page, header, editor, language):
    editor.language = language
    editor.save()
    page.reload()

    assert fits(page, header) == {}


def test_a_long_name_gives_way(page, header, waterrijk):
    waterrijk.name = LONG
    waterrijk.save()
    page.reload()

    assert fits(page, header) == {}


def test_a_panel_beside_the_map_leaves_the_links_in_a_menu(opened_map, header):
    opened_map.locator("#map [data-panel]").first.click()
    expect(opened_map.locator(".step-panel")).to_be_visible()

    assert header.evaluate(OVERLAPS) == []
    header.get_by_role("button", name="Menu").click()
    expect(opened_map.get_by_role("navigation", name="Hoofdmenu")).to_be_visible()
