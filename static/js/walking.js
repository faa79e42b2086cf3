// The map is one stop of the Tab key: arrows walk through it, Home, End and the Page keys jump. Where the focus is on the
// title of a step or a phase, Tab goes on to the tools beside it: arrows pass those by.
import { around, cellOf, columns, current, focusOn, heads, hold, isItem, isTool, itemBeside, itemsIn, laneOf, map } from "./lib/grid.js";

const UNSETTLED = ':is(.step, .phase__head) :is(a[href], button, summary, input[type=checkbox]):not([tabindex="-1"])';
const STEPS = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };
const PHASES = { PageUp: -1, PageDown: 1 };
const ROWS = { ArrowUp: -1, ArrowDown: 1 };
let lane = "head";
let column = null;
let inside = false;
let stops = [];

const clamp = (places, at) => places[Math.max(0, Math.min(places.length - 1, at))];

function acrossSteps(item, by) {
  const steps = columns();
  const step = clamp(steps, steps.indexOf(item.closest(".step")) + by);
  return itemBeside(step, lane, item);
}

function acrossHeads(head, item, by) {
  const all = heads();
  const items = itemsIn(clamp(all, all.indexOf(head) + by));
  return items[itemsIn(head).indexOf(item)] ?? items[0];
}

function acrossPhases(item, by) {
  const phases = heads().map((head) => head.closest(".phase"));
  const phase = clamp(phases, phases.indexOf(item.closest(".phase")) + by);
  const step = columns().find((one) => phase.contains(one));
  return step ? itemBeside(step, lane, item) : itemsIn(phase).find((one) => !isTool(one));
}

function along(item, by) {
  const head = item.closest(".phase").querySelector(".phase__head");
  const steps = columns().filter((one) => head.parentElement.contains(one));
  const step = item.closest(".step") ?? (steps.find((one) => one.id === column) ?? steps[0]);
  const items = [...itemsIn(head), ...(step ? itemsIn(step) : [])].filter((one) => one === item || !isTool(one));
  return clamp(items, items.indexOf(item) + by);
}

function destination(item, key) {
  const head = item.closest(".phase__head");
  if (key in ROWS) return along(item, ROWS[key]);
  if (head) return acrossHeads(head, item, STEPS[key] ?? PHASES[key]);
  return key in STEPS ? acrossSteps(item, STEPS[key]) : acrossPhases(item, PHASES[key]);
}

function stopAt(items) {
  for (const item of stops) if (!items.includes(item)) item.tabIndex = -1;
  for (const item of items) item.tabIndex = 0;
  stops = items;
}

// Everything else in the map is out of the order of Tab; the map itself only scrolls, and so needs no stop.
function settle() {
  const stop = map() && current();
  if (!stop) return;
  stopAt(around(hold(stop)));
  map().tabIndex = -1;
  for (const item of map().querySelectorAll(UNSETTLED)) {
    if (!stops.includes(item) && isItem(item)) item.tabIndex = -1;
  }
  if (inside && document.activeElement === document.body) focusOn(stop);
}

document.addEventListener("focusin", (event) => {
  inside = Boolean(event.target.closest("#map"));
  const item = isItem(event.target) ? hold(event.target) : map() && current();
  if (!item) return;
  stopAt(around(item));
  if (item === event.target) column = item.closest(".step")?.id ?? column;
});

document.addEventListener("keydown", (event) => {
  const plain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
  if (!plain || event.defaultPrevented || !isItem(event.target)) return;
  if (!(event.key in STEPS || event.key in PHASES || event.key in ROWS)) return;
  event.preventDefault();
  const item = destination(event.target, event.key);
  if (item) focusOn(item);
  if (event.key in ROWS && item?.closest(".step")) lane = laneOf(cellOf(item));
});

document.addEventListener("pointerdown", (event) => {
  const cell = event.target.closest?.(".step [data-cell]");
  if (cell) lane = laneOf(cell);
});

document.addEventListener("htmx:after:swap", settle);
document.addEventListener("htmx:finally:request", settle);
settle();
