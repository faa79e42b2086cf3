// A step is dragged by its head and a phase by its name to another place; with a finger after a long press. Escape stops it.
import { edgeScroll, placeAt } from "./lib/dropping.js";

const SLOP = 6; // pixels before it is a drag and no click
const LONG = 450; // ms of a finger at rest
let drag = null;

const wide = () => matchMedia("(width >= 48rem)").matches;
const form = () => document.getElementById("drop");

function begin(event, dragged) {
  const { clientX: x, clientY: y, pointerId, pointerType } = event;
  drag = { dragged, x, y, startX: x, startY: y, pointerId, touch: pointerType !== "mouse", going: false };
  if (drag.touch) drag.timer = setTimeout(go, LONG);
}

function go() {
  drag.going = true;
  drag.dragged.dataset.dragged = "";
  document.documentElement.dataset.dragging = "";
  getSelection()?.removeAllRanges();
  edgeScroll(() => drag, mark);
  mark();
}

function mark() {
  unmark();
  drag.place = placeAt(drag);
  if (drag.place) drag.place.element.dataset.drop = drag.place.side;
}

function unmark() {
  for (const marked of document.querySelectorAll("[data-drop]")) delete marked.dataset.drop;
}

function stop() {
  if (!drag) return;
  clearTimeout(drag.timer);
  delete drag.dragged.dataset.dragged;
  delete document.documentElement.dataset.dragging;
  unmark();
  drag = null;
}

function drop() {
  const { place, dragged } = drag;
  stop();
  // The click that follows the drag opens nothing; where none follows, the next one is not swallowed.
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }), 0);
  if (!place || place.stays) return;
  form().action = `${form().dataset.base}${place.address(dragged)}`;
  form().elements[form().elements.length - 1].name = place.name;
  form().elements[form().elements.length - 1].value = place.value;
  form().requestSubmit();
}

function swallow(event) {
  event.preventDefault();
  event.stopPropagation();
}

document.addEventListener("pointerdown", (event) => {
  stop();
  if (event.button !== 0 || !event.isPrimary || !form() || !wide()) return;
  const head = event.target.closest?.("#map .cell--head, #map .phase__head");
  if (!head || event.target.closest("[data-editor], input, .cell__add")) return;
  begin(event, head.closest(head.matches(".phase__head") ? ".phase" : ".step"));
});

document.addEventListener("pointermove", (event) => {
  if (!drag || event.pointerId !== drag.pointerId) return;
  [drag.x, drag.y] = [event.clientX, event.clientY];
  const far = Math.hypot(drag.x - drag.startX, drag.y - drag.startY) > SLOP;
  if (drag.going) mark();
  else if (far && drag.touch) stop();
  else if (far) go();
});

document.addEventListener("pointerup", () => (drag?.going ? drop() : stop()));
document.addEventListener("pointercancel", stop);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !drag?.going) return;
  event.preventDefault();
  event.stopPropagation();
  stop();
}, { capture: true });

// The browser's own drag of a link, its menu after a long press, and scrolling with the finger that drags.
for (const name of ["dragstart", "contextmenu", "touchmove"]) {
  document.addEventListener(name, (event) => {
    if (drag && (drag.going || name === "dragstart")) event.preventDefault();
  }, { passive: false });
}
