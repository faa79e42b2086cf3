// A point is dragged to another place in the plot with mouse or pen, or with a finger after a long press. Escape lets it go back.
import { placeOf, put, saveSoon, sendNow } from "./lib/plot.js";

const SLOP = 6; // pixels before it is a drag and no click
const LONG = 400; // ms of a finger at rest
const EDGE = 50;
let drag = null;

function go() {
  drag.going = true;
  drag.point.dataset.dragged = "";
  document.documentElement.dataset.dragging = "";
  scrollAlong();
}

// Near the top or the bottom of the screen the page goes along.
function scrollAlong() {
  if (!drag?.going) return;
  const beyond = Math.min(0, drag.now.y - EDGE) + Math.max(0, drag.now.y - innerHeight + EDGE);
  if (beyond) scrollBy({ top: beyond / 4, behavior: "instant" });
  mark(over());
  requestAnimationFrame(scrollAlong);
}

const over = () => document.elementFromPoint(drag.now.x, drag.now.y)?.closest(".plot__cell, [data-unplaced]");

function mark(cell) {
  for (const marked of document.querySelectorAll(".plot [data-drop]")) delete marked.dataset.drop;
  if (cell) cell.dataset.drop = "";
}

function stop() {
  if (!drag) return;
  clearTimeout(drag.timer);
  delete drag.point.dataset.dragged;
  delete document.documentElement.dataset.dragging;
  mark(null);
  drag = null;
}

function swallow(event) {
  event.preventDefault();
  event.stopPropagation();
}

// The click that follows a drag opens nothing.
function keepClosed() {
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }), 0);
}

document.addEventListener("pointerdown", (event) => {
  stop();
  const point = event.target.closest?.("[data-point]");
  if (!point || event.button !== 0 || !event.isPrimary) return;
  const now = { x: event.clientX, y: event.clientY };
  drag = { point, now, x: event.clientX, y: event.clientY, id: event.pointerId, touch: event.pointerType === "touch", going: false };
  if (drag.touch) drag.timer = setTimeout(go, LONG);
});

document.addEventListener("pointermove", (event) => {
  if (!drag || event.pointerId !== drag.id) return;
  drag.now = { x: event.clientX, y: event.clientY };
  const far = Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > SLOP;
  if (!drag.going && far && drag.touch) stop();
  else if (!drag.going && far) go();
});

document.addEventListener("pointerup", (event) => {
  if (!drag?.going) return stop();
  const [{ point }, cell] = [drag, over()];
  stop();
  keepClosed();
  if (!cell) return;
  put(point, cell.matches("[data-unplaced]") ? { effort: null, effect: null } : placeOf(cell));
  point.focus({ preventScroll: true });
  saveSoon(point);
  sendNow();
});

document.addEventListener("pointercancel", stop);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && drag?.going) {
    swallow(event);
    stop();
  }
}, { capture: true });

// The browser's own drag of a link, its menu after a long press, and scrolling with the finger that drags.
for (const name of ["dragstart", "contextmenu", "touchmove"]) {
  document.addEventListener(name, (event) => {
    if (drag && (drag.going || name === "dragstart")) event.preventDefault();
  }, { passive: false });
}
