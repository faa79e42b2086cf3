// A presentation is walked with the arrows, with a presenter's remote (Page Up and Page Down) or with a click.
const WAYS = {
  ArrowRight: "[data-way=next]", PageDown: "[data-way=next]", ArrowLeft: "[data-way=prev]", PageUp: "[data-way=prev]",
  Home: "[data-first]", End: "[data-last]", Escape: "[data-leave]",
};
const OURS = "a, button, input, textarea, select, summary, [contenteditable], dialog, [popover]";
const waiting = []; // keys that were pressed while a slide was on its way
let busy = false;

const slide = () => document.querySelector("[data-slide]");

function follow(selector) {
  const way = slide()?.querySelector(selector);
  if (busy) waiting.push(selector);
  else way?.click();
  return busy || Boolean(way);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog")) return;
  // Leaving the full screen is what Escape does first; the browser sees to it.
  if (event.key === "Escape" && document.fullscreenElement) return;
  if (event.key.toLowerCase() === "f" && !event.shiftKey) return toggle();
  if (event.key === " " && !event.target.closest(OURS)) event.preventDefault(), follow("[data-way=next]");
  if (WAYS[event.key] && follow(WAYS[event.key])) event.preventDefault();
});

document.addEventListener("click", (event) => {
  const chose = String(getSelection()) || event.button !== 0 || event.target.closest(OURS);
  if (!chose && event.target.closest("[data-slide=click]")) follow("[data-way=next]");
});

document.addEventListener("htmx:before:request", () => { busy = true; });
document.addEventListener("htmx:finally:request", () => {
  busy = false;
  if (waiting.length) follow(waiting.shift());
});

function toggle() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.();
}

function offer() {
  for (const button of document.querySelectorAll("[data-full-screen]")) button.hidden = !document.fullscreenEnabled;
}

document.addEventListener("click", (event) => event.target.closest("[data-full-screen]") && toggle());
document.addEventListener("htmx:after:swap", offer);
offer();
