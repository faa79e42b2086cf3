"""States of a page that only come about when someone does something."""

from collections.abc import Callable

from playwright.sync_api import Page as Tab

EDITOR = "[data-editor][data-opened]"
State = Callable[[Tab], None]


def as_it_comes(tab: Tab) -> None:
    """The state of a page that nobody has touched."""


def press(selector: str) -> State:
    def pressed(tab: Tab) -> None:
        tab.locator(selector).first.click()

    return pressed


def palette(tab: Tab) -> None:
    """The list that opens anywhere, once it is filled."""
    tab.locator("[data-palette]").click()
    tab.wait_for_selector("#palette-results a")


def send(tab: Tab) -> None:
    """Press the button of the form as it is: empty, so it is refused."""
    tab.locator("main form[method=post] button[type=submit]").first.click()
    tab.wait_for_load_state()


def editing(selector: str, then: str = "") -> State:
    """An editor open on the map, by pressing what the selector finds; `then` in that editor."""

    def opened(tab: Tab) -> None:
        tab.locator(f"#map {selector}").first.click()
        tab.wait_for_selector(EDITOR)
        if then:
            tab.locator(f"{EDITOR} summary").first.click()
            tab.locator(f"{EDITOR} {then}").first.click()
            tab.wait_for_selector(f"[data-editor] form[action*='{SHOWS[then]}']")

    return opened


def behind(tab: Tab) -> None:
    """A card behind the counter open."""
    tab.locator("#swim .swim__edit").nth(3).click()
    tab.wait_for_selector(EDITOR)


def in_table(column: str) -> State:
    """A cell of the table open, in the first row."""

    def opened(tab: Tab) -> None:
        tab.locator(f"#table [data-column={column}] .cell__edit").first.click()
        tab.wait_for_selector(EDITOR)

    return opened


def pasted(text: str) -> State:
    """What a block of a spreadsheet would change."""

    def shown(tab: Tab) -> None:
        tab.locator("form.paste [name=tekst]").fill(text)
        tab.locator("form.paste button[type=submit]").click()
        tab.wait_for_selector("#what-changes")

    return shown


def views_open(tab: Tab) -> None:
    """The menu of saved views, once it is fetched."""
    tab.locator("[data-saved-views] summary").click()
    tab.wait_for_selector("[data-saved-views] form")


def ticked(way: str = "") -> State:
    """Steps that are chosen; `way`: what the bar opens."""

    def chosen(tab: Tab) -> None:
        for number in (1, 2):
            tab.locator("#map input[name=stap]").nth(number).check()
        if way:
            tab.locator(f"#keuze [value={way}]").click()
            tab.wait_for_selector("#keuze [data-editor]")

    return chosen


AFTER, BEFORE, DELETE = "[href*='?na=']", "[href*='?voor=']", "[href$='/verwijderen/']"
SHOWS = {AFTER: "/nieuw/", BEFORE: "/nieuw/", DELETE: "/verwijderen/"}


def refused(selector: str, field: str, text: str) -> State:
    """An editor that was sent with a text that can't be saved."""
    opened = editing(selector)

    def sent(tab: Tab) -> None:
        opened(tab)
        tab.locator(f"{EDITOR} [name={field}]").fill(text)
        tab.locator(f"{EDITOR} button[type=submit]").first.click()
        tab.wait_for_selector("[data-editor] [aria-invalid=true]")

    return sent
