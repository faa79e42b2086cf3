// A mark on the ribbon of time, a click beside it or an arrow key leads to the step's column, calmly.
import { unfold } from "./fold.js";
import { show } from "./lib/columns.js";

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };

const marks = (ribbon) => [...ribbon.querySelectorAll("[data-step]")];
const stepOf = (mark) => document.getElementById(mark.getAttribute("href").slice(1));

function go(mark, options) {
  const step = stepOf(mark);
  unfold(step);
  show(step, options);
  return step;
}

function nearest(ribbon, x) {
  const distance = (mark) => {
    const box = mark.querySelector("circle").getBoundingClientRect();
    return Math.abs(box.left + box.width / 2 - x);
  };
  return marks(ribbon).reduce((one, other) => (distance(other) < distance(one) ? other : one));
}

document.addEventListener("click", (event) => {
  const ribbon = event.target.closest(".ribbon");
  if (!ribbon || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const mark = event.target.closest("[data-step]") ?? nearest(ribbon, event.clientX);
  go(mark).focus({ preventScroll: true });
});

document.addEventListener("keydown", (event) => {
  const mark = event.target.closest(".ribbon [data-step]");
  const by = STEPS[event.key];
  if (!mark || !by || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const all = marks(mark.closest(".ribbon"));
  const next = all[Math.max(0, Math.min(all.length - 1, all.indexOf(mark) + by))];
  for (const other of all) other.setAttribute("tabindex", other === next ? 0 : -1);
  next.focus({ preventScroll: true });
  go(next, { smooth: false });
});
