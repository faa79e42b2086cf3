// A block of cells: from where someone began choosing, to where they are.
import { cellAt, rows, shown } from "./table.js";

let [from, to] = [null, null];

export const isChosen = () => Boolean(from && to);

/** The chosen cells, row by row; empty where none are. */
export function block() {
  const ends = [from, to].map((id) => id && document.getElementById(id));
  if (!ends[0] || !ends[1]) return [];
  const all = rows();
  const down = ends.map((cell) => all.indexOf(cell.parentElement)).sort((a, b) => a - b);
  const right = ends.map((cell) => shown(cell.parentElement).indexOf(cell)).sort((a, b) => a - b);
  return all.slice(Math.max(1, down[0]), down[1] + 1).map((row) => shown(row).slice(right[0], right[1] + 1));
}

function draw() {
  for (const cell of document.querySelectorAll("#table [aria-selected]")) cell.removeAttribute("aria-selected");
  for (const cell of block().flat()) cell.setAttribute("aria-selected", "true");
}

/** Up to `cell`, from where `start` is if nothing was chosen yet; null chooses nothing any more. */
export function choose(cell, start) {
  from = cell ? (from ?? start?.id) : null;
  to = cell?.id ?? null;
  draw();
}

/** What to copy: the block, or else the one cell that has the focus. */
export function toCopy() {
  const cell = cellAt(document.activeElement);
  return block().length ? block() : cell ? [[cell]] : [];
}
