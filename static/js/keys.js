// A key on the map presses what carries its name in `data-key`: in the focused card, cell or column, or else in the
// list <template data-keys>, where `data-of` says what the focus has to be in, and {step}, {phase} and {href} are filled in.
import { cellOf, isItem } from "./lib/grid.js";
import { send } from "./lib/sending.js";

const NAMES = { " ": "Space" };

export function nameOf(event) {
  const key = NAMES[event.key] ?? event.key;
  const shift = event.shiftKey && key.length > 1 ? "Shift+" : "";
  return `${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${event.altKey ? "Alt+" : ""}${shift}${key}`;
}

function onScreen(item, selector) {
  for (const scope of [".cards > li", "[data-cell]", ".step, .phase__head"]) {
    const found = item.closest(scope)?.querySelector(selector);
    if (found && found !== item) return found;
  }
  return null;
}

// What is done to a chosen step is done to all that are chosen.
function forChosen(item, selector) {
  if (!item.closest(".step")?.querySelector(".pick:checked")) return null;
  return [...document.querySelectorAll(`#choice ${selector}`)].find((button) => item.closest(button.dataset.of));
}

function inList(item, selector) {
  const lists = [...document.querySelectorAll("template[data-keys]")];
  const entries = lists.flatMap((list) => [...list.content.querySelectorAll(selector)]);
  return entries.find((entry) => item.closest(entry.dataset.of));
}

function filled(address, item) {
  const words = {
    step: item.closest(".step")?.id.replace("stap-", ""),
    phase: item.closest(".phase")?.querySelector(".phase__head").id.replace("fase-", ""),
    href: item.closest("[href]")?.getAttribute("href"),
  };
  return address.replace(/\{(\w+)\}/g, (_whole, word) => words[word]);
}

function ask(entry, item) {
  const { get, post, go, values } = entry.dataset;
  if (go) return location.assign(filled(go, item));
  return send(get ? "GET" : "POST", filled(get ?? post, item), cellOf(item), () => Object.fromEntries(new URLSearchParams(values)));
}

function press(element) {
  if (element.matches("form")) element.requestSubmit();
  else element.click();
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || !isItem(event.target)) return;
  const selector = `[data-key~="${CSS.escape(nameOf(event))}"]`;
  const near = forChosen(event.target, selector) ?? onScreen(event.target, selector);
  const entry = near ? null : inList(event.target, selector);
  if (!near && !entry) return;
  event.preventDefault();
  if (event.repeat) return;
  if (near) press(near);
  else ask(entry, event.target);
});
