"""Every page, in every state that shots/pages.py knows: for everyone, at every width, without a complaint."""

import pytest
from playwright.sync_api import Browser, expect

from shots.pages import PAGES
from shots.states import EDITOR
from shots.where import Page
from tests.browser.axe import findings
from tests.browser.conftest import new_context
from tests.browser.watch import Watch

WIDTHS = {1366: 768, 390: 844}
NARROWEST = {"width": 320, "height": 256}  # what is left of 1280 × 1024 at 400%
OF_DJANGO = "administration"
# Where axe finds nothing in the administration; elsewhere Django's own inline tables have empty headers.
CLEAN = {
    OF_DJANGO,
    f"{OF_DJANGO}-history",
    f"{OF_DJANGO}-people",
    f"{OF_DJANGO}-invitations",
    f"{OF_DJANGO}-person",
}
WIDER_THAN_THE_SCREEN = "document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth"


@pytest.mark.django_db
@pytest.mark.parametrize("shown", PAGES, ids=lambda page: page.name)
def test_page_is_for_everyone(browser: Browser, sessions: dict[str, str], address: str, shown: Page):
    watch, context = Watch(address), new_context(browser, address, sessions[shown.who])
    watch.over(context)
    page = context.new_page()

    page.goto(shown.path())
    shown.state(page)

    found = []
    complaints = list(watch.complaints)
    if shown.name in CLEAN:
        found += findings(page, "html")  # axe itself sets styles there, which the policy refuses
    elif not shown.name.startswith(OF_DJANGO):
        expect(page.locator("h1")).to_have_count(1)
        # Around an open editor is the map, which is another page of the list.
        part = EDITOR if page.locator(EDITOR).count() else "html"
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            page.locator(part).scroll_into_view_if_needed()
            found += [f"{width} px: {finding}" for finding in findings(page, part)]
        page.set_viewport_size(NARROWEST)
        if page.evaluate(WIDER_THAN_THE_SCREEN):
            found.append("scrolls sideways at 320 px")
        complaints = watch.complaints
    context.close()
    assert found + complaints == []
