// Words are found on the map while someone types: marked, counted, and gone to one by one.
import { unfold } from "./fold.js";
import { hidden, reveal } from "./lanes.js";
import { matches } from "./lib/matches.js";

const PAUSE = 120; // ms between two keys of someone who types on
const form = document.querySelector("[data-find]");
const field = form.elements.zoek;
let found = [];
let current = -1;
let waiting;

function mark() {
  if (!CSS.highlights) return;
  CSS.highlights.set("found", new Highlight(...found.map(({ range }) => range)));
  const now = new Highlight(...(current < 0 ? [] : [found[current].range]));
  now.priority = 1;
  CSS.highlights.set("found-now", now);
}

function say() {
  const count = form.querySelector("[data-find-count]");
  const { none, all, of, hidden: inHidden } = count.dataset;
  const away = found.filter(({ cell }) => hidden().includes(cell.dataset.lane)).length;
  const numbers = { at: current + 1, all: found.length, hidden: away };
  const words = [found.length === 0 ? none : current < 0 ? all : of, away && inHidden].filter(Boolean).join(" · ");
  count.textContent = field.value.trim() ? words.replace(/\{(\w+)\}/g, (_, name) => numbers[name]) : "";
  form.dataset.found = field.value.trim() ? found.length : "";
}

// On a phone what else lies at the bottom makes room.
function makeRoom() {
  document.body.toggleAttribute("data-finding", Boolean(field.value) || document.activeElement === field);
}

/** Anew after every key and every swap: what was marked may be gone. */
function search() {
  clearTimeout(waiting);
  found = matches(document.getElementById("map"), field.value);
  current = Math.min(current, found.length - 1);
  mark();
  say();
  makeRoom();
}

function go(by) {
  search();
  if (!found.length) return;
  current = current < 0 && by < 0 ? found.length - 1 : (current + by + found.length) % found.length;
  const { range, cell } = found[current];
  reveal(cell);
  unfold(cell);
  mark();
  say();
  const text = range.startContainer.parentElement;
  const target = text.closest("a, button") ?? cell.querySelector("a, button:not([data-fold])") ?? cell;
  if (target === cell) cell.tabIndex = -1;
  target.focus({ preventScroll: true });
  text.scrollIntoView({ block: "center", inline: "center" });
}

function clear() {
  field.value = "";
  current = -1;
  search();
}

form.addEventListener("input", () => {
  clearTimeout(waiting);
  current = -1;
  waiting = setTimeout(search, PAUSE);
});
for (const focus of ["focusin", "focusout"]) form.addEventListener(focus, () => setTimeout(makeRoom));
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("click", (event) => {
  const button = event.target.closest("[data-find-go]");
  if (button) go(Number(button.dataset.findGo));
  if (!event.target.closest("[data-find-clear]")) return;
  clear();
  field.focus();
});
document.addEventListener("htmx:after:swap", () => field.value && search());
document.addEventListener("map:reshaped", () => field.value && say());

document.addEventListener("keydown", (event) => {
  const { key, target, isComposing } = event;
  if (isComposing || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  const isTyping = target.closest("input:not([type=checkbox]), textarea, select, [data-editor]");
  if (target === field && key === "Enter") go(event.shiftKey ? -1 : 1);
  else if (key === "F3" && field.value) go(event.shiftKey ? -1 : 1);
  else if (key === "Escape" && field.value && (target === field || !isTyping)) clear();
  else if (key === "/" && !isTyping && target.closest("#map, .map-bar")) field.select();
  else return;
  event.preventDefault();
});

field.value = new URLSearchParams(location.search).get("zoek") ?? field.value;
if (field.value) search();
