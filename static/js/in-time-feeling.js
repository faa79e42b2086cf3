// True to scale too, the point of the hartslag is dragged up or down, or set with the keys 1 to 5 at its step.
import { send } from "./lib/sending.js";

const A_LEVEL = 20; // of the drawing
let drag = null;

const between = (level) => Math.max(-2, Math.min(2, level));
const beat = () => document.querySelector("[data-feelings]");
const pointOf = (step) => beat()?.querySelector(`[data-point="${step}"]`);
const levelOf = (point) => (point ? Number(point.dataset.feeling) : null);

function show(point, level) {
  const to = 14 + (2 - level) * A_LEVEL;
  point.setAttribute(point.matches("circle") ? "cy" : "y", to);
  point.dataset.feeling = level;
  if (point.href) point.setAttribute("href", point.getAttribute("href").replace(/#.*/, `#face-${level}`));
}

// What is asked about it (someone else set it too) is asked in the panel, which shows how it is now.
async function save(step, level, was) {
  if (level === was) return;
  const answer = document.getElementById("in-time-answer");
  await send("POST", `${beat().dataset.feelings}${step}/gevoel/`, answer, () => ({ feeling: level, "initial-feeling": was ?? "" }));
  if (!answer.childElementCount) return;
  answer.replaceChildren();
  if (pointOf(step)) show(pointOf(step), was);
  document.getElementById(`moment-${step}`)?.click();
}

document.addEventListener("keydown", (event) => {
  const label = event.target.closest?.(".moment__label");
  if (!label || !beat() || !/^[1-5]$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  event.preventDefault();
  const step = label.id.replace("moment-", "");
  save(step, Number(event.key) - 3, levelOf(pointOf(step)));
});

// A finger on a point scrolls nothing; its style can't say so, since what is touched is a copy of a drawing.
document.addEventListener("touchstart", (event) => {
  if (event.target.closest?.("[data-feelings] [data-point]")) event.preventDefault();
}, { passive: false });

document.addEventListener("pointerdown", (event) => {
  const point = event.target.closest?.("[data-feelings] [data-point]");
  if (!point || event.button !== 0) return;
  event.preventDefault();
  point.setPointerCapture(event.pointerId);
  const drawing = point.closest(".in-time__drawing");
  const unit = (A_LEVEL * drawing.getBoundingClientRect().height) / drawing.viewBox.baseVal.height;
  drag = { point, was: levelOf(point), from: event.clientY, unit };
});

document.addEventListener("pointermove", (event) => {
  if (!drag) return;
  const level = between(drag.was + Math.round((drag.from - event.clientY) / drag.unit));
  if (level !== levelOf(drag.point)) show(drag.point, level);
});

document.addEventListener("pointerup", () => {
  if (!drag) return;
  const { point, was } = drag;
  drag = null;
  save(point.dataset.point, levelOf(point), was);
});

function letGo(event) {
  if (!drag || (event.type === "keydown" && event.key !== "Escape")) return;
  show(drag.point, drag.was);
  drag = null;
}

document.addEventListener("pointercancel", letGo);
document.addEventListener("keydown", letGo);
