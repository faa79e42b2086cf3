"""Where things are on the map, by role and label."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.hands import Hand
from tests.browser.words import said

# These buttons are for who points.
KEYS = {"Save": "Control+Enter", "Move": "Control+Enter", "Cancel": "Escape"}


def title(page: Page, text: str) -> Locator:
    """The title of a step or the name of a phase, which opens its editor."""
    return page.get_by_role("region", name=said("Map of the journey")).get_by_role(
        "link", name=text, exact=True
    )


def titles(page: Page) -> list[str]:
    """Of all steps, as they stand."""
    return page.locator("#map h3.cell__title .cell__edit").all_inner_texts()


def phases(page: Page) -> list[str]:
    return page.locator("#map h2").all_inner_texts()


def editor(page: Page) -> Locator:
    return page.locator("[data-editor]")


def field(page: Page, name: str) -> Locator:
    return editor(page).get_by_label(said(name))


def save(hand: Hand, name: str = "Save") -> None:
    press(hand, name)
    expect(editor(hand.page)).to_have_count(0)


def press(hand: Hand, name: str) -> None:
    """A button or a link in the editor, once that is open."""
    expect(editor(hand.page).locator(":focus")).to_have_count(1)
    if name in KEYS:
        hand.end(editor(hand.page).get_by_text(said(name), exact=True), KEYS[name])
        return
    words, page = said(name), hand.page
    button = page.get_by_role("button", name=words, include_hidden=True)
    choice = button.or_(page.get_by_role("link", name=words, exact=True, include_hidden=True))
    target = editor(page).locator(choice)
    target.wait_for(state="attached")
    if not target.is_visible():
        hand.press(editor(page).locator("details:not([open])").filter(has=choice).locator("summary"))
    hand.press(target)


def delete(hand: Hand, what: str, button: str = "Delete") -> None:
    """Push the button in the editor, and say yes to the question once it stands there."""
    press(hand, button)
    expect(editor(hand.page)).to_contain_text(said("Delete “%(what)s”?", what=what))
    press(hand, "Delete")


def begin(hand: Hand, name: str, heading: str) -> None:
    """Go from one editor to the next, and wait until that one stands there."""
    press(hand, name)
    expect(editor(hand.page).get_by_role("heading", name=said(heading))).to_be_visible()


def announced(page: Page, text: str) -> None:
    expect(page.locator("#announcer")).to_contain_text(text)


def drag(page: Page, point: Locator, by: float) -> None:
    """Down by so many pixels, and held there."""
    point.scroll_into_view_if_needed()
    box = point.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y + by / 2, steps=3)
    page.mouse.move(x, y + by, steps=3)
