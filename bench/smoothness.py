"""How a large map feels in Chromium: first picture, scrolling, one cell drawn again; and the HTML bare."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Felt:
    """Milliseconds: of the first picture, of each frame of a scroll, and of a cell drawn again."""

    paint: float
    frames: list[float]
    swap: float


def lines(context: BrowserContext, address: str) -> Iterator[str]:
    """The product, and its floor: the same HTML without our style sheets and modules."""
    ours, floor = felt(context, address), felt(context, address, without="**/*.{css,js,woff2}")
    yield f"  first picture   {ours.paint:.0f} ms   floor (the same HTML bare) {floor.paint:.0f} ms"
    slow = quantiles(ours.frames, n=20)[-1]
    yield (
        f"  scrolling through   frames of {median(ours.frames):.1f} ms (p95 {slow:.1f}), "
        f"a screen's own {FRAME:.1f}"
    )
    yield f"  one cell drawn again   {ours.swap:.0f} ms   floor {floor.swap:.0f} ms"


def felt(context: BrowserContext, address: str, without: str = "") -> Felt:
    """One page at a time: a browser draws what lies behind another tab once a second."""
    page = context.new_page()
    if without:
        page.route(without, lambda route: route.abort())
    paint = first_paint(page, address)
    measured = Felt(paint, page.evaluate(SCROLL, ["#map", 1]), median(page.evaluate(SWAP)))
    page.close()
    return measured


def first_paint(page: Page, address: str) -> float:
    times = []
    for _ in range(ROUNDS):
        page.goto(address)
        page.wait_for_timeout(300)
        times.append(page.evaluate(FIRST_PAINT))
    return median(times)
