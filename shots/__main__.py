"""`python -m shots [name …]`: pictures of the pages in `shots/pages.py`, into var/shots."""

import os
import sys
from pathlib import Path
from urllib.parse import urljoin

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from playwright.sync_api import Browser, sync_playwright  # noqa: E402

from develop import static  # noqa: E402
from develop.chromium import found  # noqa: E402
from shots.pages import PAGES  # noqa: E402
from shots.stage import stage  # noqa: E402
from shots.where import Page  # noqa: E402

WIDTHS = {390: 844, 1366: 768, 1920: 1080}
ARGUMENTS = (
    "--no-sandbox --disable-quic --disable-background-networking --disable-component-update --no-first-run"
)


def main(names: list[str]) -> int:
    chosen = [page for page in PAGES if not names or page.name in names]
    folder = settings.VAR_DIR / "shots"
    folder.mkdir(parents=True, exist_ok=True)
    static.collect_changed()
    with stage() as (address, cookies):
        # Playwright runs a loop of its own, in which Django's database may not be asked.
        paths = {page.name: page.path() for page in chosen}
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("CHROMIUM") or found(), args=ARGUMENTS.split()
            )
            complaints = [
                complaint
                for page in chosen
                for width in WIDTHS
                for complaint in shoot(browser, page, address + paths[page.name], cookies, width, folder)
            ]
            browser.close()
    print("\n".join(complaints) or f"{len(chosen) * len(WIDTHS)} pictures in {folder}")
    return 1 if complaints else 0


def shoot(
    browser: Browser, page: Page, address: str, cookies: dict[str, dict], width: int, folder: Path
) -> list[str]:
    """One picture; returns what is wrong with the page at this width."""
    context = browser.new_context(viewport={"width": width, "height": WIDTHS[width]}, locale="nl-NL")
    if page.who:
        context.add_cookies([{**cookies[page.who], "url": urljoin(address, "/")}])
    tab = context.new_page()
    complaints = []
    tab.on("pageerror", lambda error: complaints.append(f"{page.name} {width}: {error}"))
    response = tab.goto(address)
    page.state(tab)
    tab.evaluate("document.fonts.ready")
    if response.status >= 500:
        complaints.append(f"{page.name} {width}: status {response.status}")
    if tab.evaluate("document.documentElement.scrollWidth > innerWidth"):
        complaints.append(f"{page.name} {width}: scrolls sideways")
    tab.screenshot(path=folder / f"{page.name}-{width}.png", full_page=True)
    context.close()
    return complaints


sys.exit(main(sys.argv[1:]))
