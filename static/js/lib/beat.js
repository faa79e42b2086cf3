// The hartslag while a feeling is on its way: the face goes to its new height, and the line with it.
import { columns } from "./grid.js";

const height = (level) => 14 + ((2 - level) / 4) * 72;
const faceOf = (step) => step?.querySelector(".beat__face");
const lineOf = (step) => step.querySelector(".beat__line");
export const levelOf = (step) => (faceOf(step) ? Number(faceOf(step).dataset.level) : null);

// From one known feeling to the next, in the box of the column that is `from` columns away.
function stretch(from, start, to, end) {
  const third = (to - from) / 3;
  const x = (column) => 50 + 100 * column;
  return `M${x(from)} ${height(start)}C${x(from + third)} ${height(start)} ${x(to - third)} ${height(end)} ${x(to)} ${height(end)}`;
}

function known(steps, at, by) {
  let place = at + by;
  while (steps[place] && levelOf(steps[place]) === null) place += by;
  return steps[place] ? place : null;
}

// Columns beside it drew their part of these stretches; theirs is taken away while this one draws all of it.
function clear(steps, at, until) {
  const by = Math.sign(until - at);
  for (let place = at + by; place !== until + by; place += by) {
    const line = lineOf(steps[place]);
    if (!line || "drawn" in line.dataset) continue;
    line.dataset.drawn = line.getAttribute("d");
    const parts = line.dataset.drawn.split(/(?=M)/);
    const others = by > 0 ? parts.slice(1) : parts.slice(0, -1);
    line.setAttribute("d", place === until ? others.join("") : "");
  }
}

// As the server drew it.
export function restore(step, level) {
  show(step, level);
  for (const line of document.querySelectorAll("[data-drawn]")) {
    line.setAttribute("d", line.dataset.drawn);
    delete line.dataset.drawn;
  }
}

export function show(step, level) {
  const face = faceOf(step);
  face.dataset.level = level;
  face.querySelector("svg").dataset.feeling = level;
  const use = face.querySelector("use");
  use.setAttribute("href", use.getAttribute("href").replace(/#.*/, `#face-${level}`));
  const steps = columns();
  const at = steps.indexOf(step);
  const line = lineOf(step);
  if (at < 0 || !line) return;
  line.dataset.drawn ??= line.getAttribute("d");
  const ends = [-1, 1].map((by) => known(steps, at, by)).filter((end) => end !== null);
  for (const end of ends) clear(steps, at, end);
  line.setAttribute("d", ends.map((end) => stretch(end - at, levelOf(steps[end]), 0, level)).join(""));
}
