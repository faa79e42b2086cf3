"""How a large map feels in Chromium: first picture, scrolling, one cell drawn again; and the HTML bare."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median, quantiles

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bench.content import add_journey, organisation_with_editor
from bench.pages import signed_in
from develop import chromium

SIZES = (60, 720)
PHASES = 12
ROUNDS = 5
FRAME = 1000 / 60
ARGUMENTS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-gpu"]
FIRST_PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
SCROLL = """async ([selector, share]) => {
  const box = document.querySelector(selector), frames = [];
  const far = box.scrollWidth - box.clientWidth;
  let last = await new Promise(requestAnimationFrame);
  for (let frame = 1; frame <= 120; frame += 1) {
    box.scrollLeft = (far * share * frame) / 120;
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  return frames;
}"""
# A cell that becomes higher moves everything below it: the dearest change of all.
SWAP = """async () => {
  const cells = document.querySelectorAll("#map .cell[data-lane=doing]"), times = [];
  for (let round = 0; round < 9; round += 1) {
    const cell = cells[(round * 7) % cells.length], copy = cell.cloneNode(true);
    copy.append(...["een", "twee", "drie"].map((word) => {
      const line = document.createElement("p");
      line.textContent = word;
      return line;
    }));
    await new Promise(requestAnimationFrame);
    const start = performance.now();
    cell.replaceWith(copy);
    document.body.dispatchEvent(new CustomEvent("htmx:after:swap", { bubbles: true }));
    copy.getBoundingClientRect();
    await new Promise(requestAnimationFrame);
    document.getElementById("map").getBoundingClientRect();
    times.push(performance.now() - start);
  }
  return times;
}"""


def measure(port: int) -> Iterator[str]:
    """A line for each size of map."""
    with opened_browser() as browser:
        for steps in SIZES:
            organisation, user = organisation_with_editor(f"vlot{steps}")
            journey = add_journey(organisation, steps, phases=PHASES)
            address = f"http://127.0.0.1:{port}{journey.get_absolute_url()}"
            session = {"name": "sessionid", "value": signed_in(user).cookies["sessionid"].value}
            context = browser.new_context(viewport={"width": 1366, "height": 768})
            context.add_cookies([{**session, "url": address}])
            yield f"Map of {PHASES} phases, {steps} steps and {5 * steps} cards in Chromium"
            yield from lines(context, address)
            context.close()


@contextmanager
def opened_browser() -> Iterator[Browser]:
    # Playwright runs a loop of its own in this thread; Django would refuse its database there.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        executable = os.environ.get("CHROMIUM") or chromium.found()
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()


def lines(context: BrowserContext, address: str) -> Iterator[str]:
    """The product in turn with its floor: the same HTML without our style sheets and modules."""
    page, bare = context.new_page(), context.new_page()
    bare.route("**/*.{css,js,woff2}", lambda route: route.abort())
    ours, floor = first_paints(page, address), first_paints(bare, address)
    yield f"  first picture   {ours:.0f} ms   floor (the same HTML bare) {floor:.0f} ms"
    page.bring_to_front()  # a browser draws what lies behind another tab once a second
    frames = page.evaluate(SCROLL, ["#map", 1])
    yield (
        f"  scrolling through   frames of {median(frames):.1f} ms (p95 {quantiles(frames, n=20)[-1]:.1f}), "
        f"a screen's own {FRAME:.1f}"
    )
    swapped = page.evaluate(SWAP)
    bare.bring_to_front()
    plain = bare.evaluate(SWAP)
    yield f"  one cell drawn again   {median(swapped):.0f} ms   floor {median(plain):.0f} ms"


def first_paints(page: Page, address: str) -> float:
    times = []
    for _ in range(ROUNDS):
        page.bring_to_front()
        page.goto(address)
        page.wait_for_timeout(300)
        times.append(page.evaluate(FIRST_PAINT))
    return median(times)
