// Steps are ticked one by one, in a row (Shift) or by the phase, also with the key x; what is ticked stays so over every swap.
import { isItem } from "./lib/grid.js";

const chosen = new Set();
let from = null;

const ticks = (place = document) => [...place.querySelectorAll('#map input[name="stap"]')];
const phases = () => document.querySelectorAll('#map input[name="fase"]');
const stepsOf = (phase) => ticks(phase.closest(".phase"));

function tick(some, on) {
  for (const one of some) chosen[on ? "add" : "delete"](one.value);
}

function say() {
  const count = document.querySelector("[data-choice-count]");
  if (!count || !chosen.size) return;
  const words = chosen.size === 1 ? count.dataset.one : count.dataset.many.replace("{count}", chosen.size);
  if (count.textContent !== words) count.textContent = words;
}

function draw() {
  const all = ticks();
  const there = new Set(all.map((one) => one.value));
  for (const value of chosen) if (!there.has(value)) chosen.delete(value);
  for (const one of all) one.checked = chosen.has(one.value);
  for (const phase of phases()) {
    const within = stepsOf(phase).filter((one) => one.checked).length;
    phase.checked = within > 0 && within === stepsOf(phase).length;
    phase.indeterminate = within > 0 && !phase.checked;
  }
  document.body.toggleAttribute("data-choosing", chosen.size > 0);
  say();
}

// From the one that was ticked last up to this one.
function tickRow(to, on) {
  const all = ticks();
  const ends = [all.findIndex((one) => one.value === from), all.indexOf(to)].sort((a, b) => a - b);
  tick(ends[0] < 0 ? [to] : all.slice(ends[0], ends[1] + 1), on);
}

function choose(box, on, inRow) {
  if (box.name === "fase") tick(stepsOf(box), on);
  else if (inRow) tickRow(box, on);
  else tick([box], on);
  if (box.name === "stap") from = box.value;
  draw();
}

function clear() {
  chosen.clear();
  draw();
}

document.addEventListener("click", (event) => {
  if (event.target.matches?.("#map .pick")) choose(event.target, event.target.checked, event.shiftKey);
});

document.addEventListener("submit", (event) => {
  if (event.target.id === "choice") document.querySelector("#choice-ways:popover-open")?.hidePopover();
});

document.addEventListener("reset", (event) => {
  if (event.target.id !== "choice") return;
  document.querySelector("#keuze [data-editor]")?.remove();
  const last = ticks().find((one) => one.value === from);
  clear();
  last?.focus({ preventScroll: true });
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || !isItem(event.target)) return;
  const isKey = event.key.toLowerCase() === "x" || (event.key === " " && event.target.matches("a[href]"));
  if (isKey) {
    const box = event.target.closest(".step, .phase__head").querySelector(".pick");
    if (!box) return;
    event.preventDefault();
    choose(box, event.shiftKey || !box.checked, event.shiftKey);
  } else if (event.key === "Escape" && chosen.size) clear();
});

document.addEventListener("choiceDone", (event) => {
  document.querySelector("#keuze [data-editor]")?.remove();
  chosen.clear();
  for (const number of event.detail.steps) chosen.add(String(number));
  draw();
});

document.addEventListener("htmx:after:swap", draw);
tick(ticks().filter((one) => one.checked), true);
draw();
