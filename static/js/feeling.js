// The point of the hartslag is dragged up or down, or set with the keys 1 to 5; the line follows at once.
import { levelOf, restore, show } from "./lib/beat.js";
import { cellOf, isItem } from "./lib/grid.js";
import { send } from "./lib/sending.js";
import { waiting } from "./lib/store.js";

const A_LEVEL = 0.18; // of the height of the cell
const WITHOUT_LINE = 28; // pixels, where there is no line: on a phone
let drag = null;
let dragged = false;

const between = (level) => Math.max(-2, Math.min(2, level));

async function save(cell, level, was) {
  const step = cell.closest(".step");
  if (level === was) return;
  const face = cell.querySelector(".beat__face");
  if (face) show(step, level);
  const address = cell.querySelector(".cell__edit").getAttribute("href");
  await send("POST", address, cell, () => ({ feeling: level, "initial-feeling": was ?? "" }));
  if (face?.isConnected && !waiting().some((change) => change.address === address)) restore(step, was);
}

document.addEventListener("keydown", (event) => {
  const cell = event.target.closest?.('[data-lane="feeling"][data-cell]');
  if (!cell || !/^[1-5]$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  const level = Number(event.key) - 3;
  const radio = cell.querySelector(`[data-editor] [type=radio][name=feeling][value="${level}"]`);
  if (radio) {
    radio.checked = true;
    radio.focus();
  } else if (isItem(event.target)) save(cell, level, levelOf(cell.closest(".step")));
  else return;
  event.preventDefault();
});

document.addEventListener("pointerdown", (event) => {
  const face = event.target.closest?.(".beat__face");
  const cell = face && cellOf(face);
  if (!cell?.closest("#map")?.contains(cell.querySelector(".cell__edit")) || event.button !== 0) return;
  event.preventDefault();
  face.setPointerCapture(event.pointerId);
  const step = cell.closest(".step");
  const unit = cell.querySelector(".beat").checkVisibility() ? cell.clientHeight * A_LEVEL : WITHOUT_LINE;
  drag = { cell, step, was: levelOf(step), from: event.clientY, unit, moved: false };
});

document.addEventListener("pointermove", (event) => {
  if (!drag) return;
  const level = between(drag.was + Math.round((drag.from - event.clientY) / drag.unit));
  drag.moved ||= Math.abs(event.clientY - drag.from) > 4;
  if (drag.moved && level !== levelOf(drag.step)) show(drag.step, level);
});

document.addEventListener("pointerup", () => {
  if (!drag) return;
  const { cell, step, was, moved } = drag;
  drag = null;
  if (!moved) return;
  dragged = true;
  setTimeout(() => { dragged = false; });
  if (levelOf(step) === was) restore(step, was);
  else save(cell, levelOf(step), was);
});

function letGo(event) {
  if (!drag || (event.type === "keydown" && event.key !== "Escape")) return;
  restore(drag.step, drag.was);
  drag = null;
}

// Letting go is no click.
document.addEventListener("click", (event) => dragged && event.stopPropagation(), true);
document.addEventListener("pointercancel", letGo);
document.addEventListener("keydown", letGo);
