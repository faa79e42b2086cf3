// A clock that counts down by the server's clock, right too after the laptop slept: [data-timer] with data-ends and data-now.
const offsets = new WeakMap(); // of each clock: what it was told the time is, and how far ours differs

function offsetOf(clock) {
  const known = offsets.get(clock);
  if (known?.now === clock.dataset.now) return known.offset;
  const offset = Date.parse(clock.dataset.now) - Date.now();
  offsets.set(clock, { now: clock.dataset.now, offset });
  return offset;
}

function inWords(seconds) {
  const minutes = String(Math.floor(seconds / 60)).padStart(2, "0");
  return `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
}

function tick() {
  for (const clock of document.querySelectorAll("[data-timer]")) {
    const left = Math.round((Date.parse(clock.dataset.ends) - Date.now() - offsetOf(clock)) / 1000);
    const words = left > 0 ? inWords(left) : clock.dataset.up;
    if (clock.textContent !== words) clock.textContent = words;
    clock.dataset.state = left > 60 ? "running" : left > 0 ? "soon" : "up";
  }
}

tick();
setInterval(tick, 250);
document.addEventListener("visibilitychange", tick);
document.addEventListener("htmx:after:swap", tick);
