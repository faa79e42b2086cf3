"""The check on every page does find something."""

from playwright.sync_api import Browser

from tests.browser.axe import findings


def test_what_is_wrong_is_found_and_pointed_at(browser: Browser):
    page = browser.new_page()
    page.set_content(
        "<main><h1>Kaart</h1><img src='x.png' id='plaat'><p style='color: #ccc'>Bleek</p></main>"
    )

    found = findings(page)
    page.context.close()

    assert any(line.startswith("image-alt:") and "#plaat" in line for line in found)
    assert any(line.startswith("color-contrast:") for line in found)


def test_what_is_good_is_left_alone(browser: Browser):
    page = browser.new_page()
    page.set_content("<html lang=nl><title>Kaart</title><main><h1>Kaart</h1><p>Tekst</p></main></html>")

    assert findings(page) == []
    page.context.close()
