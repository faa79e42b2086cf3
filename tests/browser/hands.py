"""Two ways to do the same: with the mouse, and with the keyboard alone."""

from playwright.sync_api import Locator, Page, expect

NEAR = 12
STOPS = "a[href], button, input:not([type=hidden]), textarea, select, summary, [tabindex='0']"
STOP_BEFORE = """(target, selector) => {
  const stops = [...document.querySelectorAll(selector)].filter(
    (stop) => stop.tabIndex >= 0 && !stop.disabled && stop.checkVisibility());
  stops[stops.indexOf(target) - 1]?.focus();
}"""

# The map is one stop; an item is in a step or in the head of a phase.
ITEM = "#map :is(.step, .phase__head) :is(a[href], button, summary, input[type=checkbox])"
WHERE = """(item) => {
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const head = item.closest('.phase__head');
  const places = shown(head ? '#map .phase__head' : '#map .step');
  return {head: Boolean(head), column: places.indexOf(head ?? item.closest('.step')), phase:
    shown('#map .phase').indexOf(item.closest('.phase'))};
}"""
# Beside a title; arrows pass these by, and Tab goes there from the title.
IS_TOOL = """(item) => Boolean(item.closest('[data-cell]').querySelector('.cell__edit')) &&
  item.matches('.pick, .cell__panel, .cell__add--after, .phase__fold')"""
CELL = "(item) => item.closest('[data-cell]').id"
# In an editor Tab past the last field leaves it; what stands above is reached backwards.
IS_ABOVE = """(target) => {
  const focused = document.activeElement;
  const editor = target.closest('[data-editor]');
  const isBehind = target.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING;
  return Boolean(editor?.contains(focused) && isBehind);
}"""
IS_ITEM = "(target, selector) => target.matches(selector) && !target.closest('[data-editor]')"


class Hand:
    """What people do on a page; `target` and `field` are found by role and label."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        """Follow a link or push a button."""
        raise NotImplementedError

    def end(self, button: Locator, key: str) -> None:
        """Push a button that has a key of its own."""
        raise NotImplementedError

    def write(self, field: Locator, text: str) -> None:
        """Replace what a field says."""
        raise NotImplementedError

    def choose(self, field: Locator, option: str) -> None:
        """An option of a list."""
        raise NotImplementedError

    def pick(self, field: Locator) -> None:
        """A radio button."""
        raise NotImplementedError

    def tick(self, field: Locator) -> None:
        """Turn a checkbox on or off."""
        raise NotImplementedError


class Mouse(Hand):
    """Once the page is whole: who is quicker is in tests of their own."""

    def press(self, target: Locator) -> None:
        self.page.wait_for_load_state()
        target.click()

    def end(self, button: Locator, key: str) -> None:
        self.page.wait_for_load_state()
        button.click()

    def write(self, field: Locator, text: str) -> None:
        self.page.wait_for_load_state()
        field.click()
        field.fill(text)

    def choose(self, field: Locator, option: str) -> None:
        self.page.wait_for_load_state()
        field.select_option(label=option)

    def pick(self, field: Locator) -> None:
        self.page.wait_for_load_state()
        field.check()

    def tick(self, field: Locator) -> None:
        self.page.wait_for_load_state()
        field.click()


class Keyboard(Hand):
    """Tab to it, as someone without a mouse has to."""

    def press(self, target: Locator) -> None:
        self.tab_to(target)
        self.page.keyboard.press("Enter")

    def end(self, button: Locator, key: str) -> None:
        self.page.keyboard.press(key)

    def write(self, field: Locator, text: str) -> None:
        self.tab_to(field)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.press("Delete")
        self.page.keyboard.insert_text(text)

    def choose(self, field: Locator, option: str) -> None:
        self.tab_to(field)
        self.page.keyboard.type(option)
        expect(field.locator("option:checked")).to_have_text(option)

    def pick(self, field: Locator) -> None:
        """Tab reaches the group, arrows walk through it."""
        group = self.page.locator(f"[name={field.get_attribute('name')}]")
        checked = group.and_(self.page.locator(":checked"))
        self.tab_to(checked if checked.count() else group.first)
        for _ in range(group.count()):
            if field.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows don't reach {field}")

    def tick(self, field: Locator) -> None:
        self.tab_to(field)
        self.page.keyboard.press("Space")

    def tab_to(self, target: Locator) -> None:
        """With Tab; what is far away is reached from the stop before it, or a test would take minutes."""
        self.page.wait_for_load_state()
        expect(target).to_have_count(1)
        if target.evaluate(IS_ITEM, ITEM):
            self.reach(target)
        else:
            self._tab_to(target)

    def reach(self, item: Locator) -> None:
        """On the map: with the arrows, and beside a title with Tab from there."""
        if not item.evaluate(IS_TOOL):
            self.walk_to(item)
            return
        title = self.page.locator(f"#{item.evaluate(CELL)} .cell__edit")
        for key in ("Tab", "Shift+Tab"):
            self.walk_to(title)
            if self._tabbed(item, key):
                return
        raise AssertionError(f"Tab doesn't reach {item}")

    def walk_to(self, target: Locator) -> None:
        """One Tab to the map, and on with the arrows."""
        if not self.page.locator(f":is({ITEM}):focus").count():
            self._tab_to(self.page.locator(f":is({ITEM})[tabindex='0']"))
        wanted = target.evaluate(WHERE)
        while self._here()["head"] != wanted["head"]:
            self.page.keyboard.press("ArrowUp" if wanted["head"] else "ArrowDown")
        while (here := self._here()["column"]) != wanted["column"]:
            self.page.keyboard.press("ArrowRight" if here < wanted["column"] else "ArrowLeft")
        focused = target.and_(self.page.locator(":focus"))
        for key in ("ArrowUp", "ArrowDown"):
            for _ in range(40):
                if focused.count():
                    return
                if key == "ArrowUp" and self._here()["head"] != wanted["head"]:
                    break
                self.page.keyboard.press(key)
        raise AssertionError(f"the arrows don't reach {target}")

    def _here(self) -> dict:
        return self.page.locator(":focus").evaluate(WHERE)

    def _tab_to(self, target: Locator) -> None:
        if not self._tabbed(target, "Shift+Tab" if target.evaluate(IS_ABOVE) else "Tab"):
            target.evaluate(STOP_BEFORE, STOPS)
            assert self._tabbed(target), f"Tab does not reach {target}"

    def _tabbed(self, target: Locator, key: str = "Tab") -> bool:
        focused = target.and_(self.page.locator(":focus"))
        for _ in range(NEAR):
            if focused.count():
                return True
            self.page.keyboard.press(key)
        return False
