// Ctrl+K, or a slash outside a field, opens a list to find everything and go everywhere; arrow keys walk through it.
const dialog = document.getElementById("palette");
const field = dialog.querySelector("input");
const results = document.getElementById("palette-results");
const links = () => [...results.querySelectorAll("a")];
let entered = false; // before there were results

function open() {
  if (dialog.open) return;
  dialog.showModal();
  field.select();
  field.dispatchEvent(new CustomEvent("opened", { bubbles: true }));
}

function isOpener({ key, ctrlKey, metaKey, altKey, target, defaultPrevented }) {
  if (defaultPrevented || altKey) return false;
  if (key.toLowerCase() === "k" && (ctrlKey || metaKey)) return true;
  const isTyping = target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
  const findsWords = target.closest?.("#map, .map-bar"); // there a slash finds a word on the map
  return key === "/" && !ctrlKey && !metaKey && !isTyping && !findsWords;
}

/** From the field to the first link, from link to link, and from the first one back to the field. */
function walk(by) {
  const stops = [field, ...links()];
  const place = stops.indexOf(document.activeElement) + by;
  stops[Math.min(Math.max(place, 0), stops.length - 1)].focus();
}

// On the window, so that a page comes first: on the map a slash finds words of that journey.
window.addEventListener("keydown", (event) => {
  if (event.isComposing || !isOpener(event)) return;
  event.preventDefault();
  open();
});

dialog.addEventListener("keydown", (event) => {
  if (event.key === "Escape") dialog.close(); // a search field would only empty itself
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  walk(by);
});

// Those of other words are still there while somebody types on.
function areOfNow() {
  return results.querySelector("[data-results-of]")?.dataset.resultsOf === field.value.trim();
}

function goToFirst() {
  if (!areOfNow()) return;
  entered = false;
  links()[0]?.click();
}

dialog.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!field.value.trim()) return;
  entered = true;
  if (areOfNow()) goToFirst();
  else field.dispatchEvent(new CustomEvent("opened", { bubbles: true })); // asks at once
});

dialog.addEventListener("input", () => (entered = false));
dialog.addEventListener("close", () => (entered = false));
document.addEventListener("htmx:after:swap", () => entered && goToFirst());

// A link to another place on this same page leads behind the list.
dialog.addEventListener("click", (event) => {
  if (event.target === dialog || event.target.closest("[data-palette-close], #palette-results a")) dialog.close();
});

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-palette]") || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open();
});
