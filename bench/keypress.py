"""From the press of a key to the picture in Chromium: a cell opened, a text saved, a feeling set."""

from collections.abc import Iterator
from statistics import median, quantiles

from playwright.sync_api import Page

from bench.pages import signed_in
from bench.smoothness import opened_browser
from bench.writes import Map

GOAL = 100
ROUNDS, WARMING_UP = 20, 3
OPENED, SAVED = "a cell opened", "a text saved"
SHOWN, SETTLED = "a feeling set: its point and line", "a feeling set: all that follows from it"
# From the key's own time until the frame that shows it was handed over; -1 where that takes too long.
WATCH = """([key, selector, absent, words]) => {
  const there = () => {
    const place = document.querySelector(selector);
    return place && place.textContent.includes(words) && !document.querySelector(absent);
  };
  const handedOver = () => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(null);
  });
  window.pictured = new Promise((done) => {
    let pressed = null;
    const deadline = performance.now() + 5000;
    addEventListener("keydown", (event) => { pressed ??= event.key === key ? event.timeStamp : null; }, true);
    const look = () => {
      if (pressed !== null && there()) handedOver().then(() => done(performance.now() - pressed));
      else if (performance.now() > deadline) done(-1);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}"""
# An answer of a few bytes from the same server, one text changed, and the frame that shows it.
FLOOR = """async () => {
  const start = performance.now();
  const title = document.querySelector("h1"), words = title.textContent;
  title.textContent = (await (await fetch("/_healthz/livez/")).text()).length;
  await new Promise(requestAnimationFrame);
  title.textContent = words;
  return performance.now() - start;
}"""


def measure(on: Map, port: int) -> Iterator[str]:
    """A line for each kind of key press, and the floor."""
    address = f"http://127.0.0.1:{port}{on.path}"
    with opened_browser() as browser:
        context = browser.new_context(viewport={"width": 1366, "height": 768})
        session = signed_in(on.user).cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": address}])
        page = context.new_page()
        page.goto(address)
        yield "From key press to picture in Chromium, on the map of 60 steps and 300 cards"
        floor = [page.evaluate(FLOOR) for _ in range(ROUNDS + WARMING_UP)][WARMING_UP:]
        yield f"  floor (a bare answer, one text changed, a frame)   {median(floor):.0f} ms"
        for name, times in in_cells(page, on).items():
            yield told(name, times[WARMING_UP:])


def told(name: str, times: list[float]) -> str:
    if min(times) < 0:
        return f"  {name}   no picture within 5 s"
    verdict = "met" if median(times) < GOAL else "MISSED"
    slow = quantiles(times, n=20)[-1]
    return f"  {name}   {median(times):.0f} ms (p95 {slow:.0f})   goal {GOAL} ms: {verdict}"


def in_cells(page: Page, on: Map) -> dict[str, list[float]]:
    doing, feeling = f"#s{on.step.pk}-doing", f"#s{on.step.pk}-feeling"
    times: dict[str, list[float]] = {name: [] for name in (OPENED, SAVED, SHOWN, SETTLED)}
    for number in range(ROUNDS + WARMING_UP):
        page.locator(f"{doing} .cell__edit").focus()
        times[OPENED].append(pressed(page, "Enter", f"{doing} [data-editor] textarea", "#nowhere"))
        text = f"Ik bel voor de {number}e keer"
        page.locator(f"{doing} textarea").first.fill(text)
        saved = pressed(page, "Control+Enter", doing, f"{doing} [data-editor]", text)
        times[SAVED].append(saved)
        # Its point and line are drawn at once; the answer brings the figures and the line as it is kept.
        for level, name, absent in ((-2, SHOWN, "#nowhere"), (2, SETTLED, f"{feeling}[data-old]")):
            page.locator(f"{feeling} .cell__edit").focus()
            page.locator(feeling).evaluate("cell => cell.setAttribute('data-old', '')")
            drawn = f"{feeling} .beat__face[data-level='{level}']"
            times[name].append(pressed(page, str(level + 3), drawn, absent))
    return times


def pressed(page: Page, keys: str, selector: str, absent: str, words: str = "") -> float:
    """Milliseconds from the key to the picture in which `words` stand there; then a pause, as people make."""
    page.evaluate(WATCH, [keys.rpartition("+")[2], selector, absent, words])
    page.keyboard.press(keys)
    milliseconds = page.evaluate("() => window.pictured")
    page.wait_for_timeout(200)
    return milliseconds
