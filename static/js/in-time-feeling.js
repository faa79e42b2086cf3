// True to scale too, the point of the hartslag is dragged up or down, or set with the keys 1 to 5 at its step.
import { dragLevels, isLevelKey, levelOfKey } from "./lib/level-drag.js";
import { send } from "./lib/sending.js";

const A_LEVEL = 20; // of the drawing

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
  if (!label || !beat() || !isLevelKey(event)) return;
  event.preventDefault();
  const step = label.id.replace("moment-", "");
  save(step, levelOfKey(event), levelOf(pointOf(step)));
});

// A finger on a point scrolls nothing; its style can't say so, since what is touched is a copy of a drawing.
document.addEventListener("touchstart", (event) => {
  if (event.target.closest?.("[data-feelings] [data-point]")) event.preventDefault();
}, { passive: false });

dragLevels({
  grab(target) {
    const handle = target.closest?.("[data-feelings] [data-point]");
    if (!handle) return null;
    const drawing = handle.closest(".in-time__drawing");
    const unit = (A_LEVEL * drawing.getBoundingClientRect().height) / drawing.viewBox.baseVal.height;
    return { handle, unit, was: levelOf(handle) };
  },
  show: ({ handle }, level) => show(handle, level),
  drop: ({ handle, was }, level) => save(handle.dataset.point, level, was),
  back: ({ handle, was }) => show(handle, was),
});
