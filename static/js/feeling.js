// The point of the hartslag is dragged up or down, or set with the keys 1 to 5; the line follows at once.
import { levelOf, restore, show } from "./lib/beat.js";
import { cellOf, isItem } from "./lib/grid.js";
import { dragLevels, isLevelKey, levelOfKey } from "./lib/level-drag.js";
import { send } from "./lib/sending.js";
import { waiting } from "./lib/store.js";

const A_LEVEL = 0.18; // of the height of the cell
const WITHOUT_LINE = 28; // pixels, where there is no line: on a phone

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
  if (!cell || !isLevelKey(event)) return;
  const level = levelOfKey(event);
  const radio = cell.querySelector(`[data-editor] [type=radio][name=feeling][value="${level}"]`);
  if (radio) {
    radio.checked = true;
    radio.focus();
  } else if (isItem(event.target)) save(cell, level, levelOf(cell.closest(".step")));
  else return;
  event.preventDefault();
});

dragLevels({
  grab(target) {
    const handle = target.closest?.(".beat__face");
    const cell = handle && cellOf(handle);
    if (!cell?.closest("#map")?.contains(cell.querySelector(".cell__edit"))) return null;
    const unit = cell.querySelector(".beat").checkVisibility() ? cell.clientHeight * A_LEVEL : WITHOUT_LINE;
    const step = cell.closest(".step");
    return { handle, cell, step, unit, was: levelOf(step) };
  },
  show: ({ step }, level) => show(step, level),
  drop: ({ cell, was }, level) => save(cell, level, was),
  back: ({ step, was }) => restore(step, was),
});
