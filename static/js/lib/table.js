// The table as a grid: rows of cells, of which one at a time is a stop of Tab.
const CELL = "#table :is(td, th)";
let held = null;

export const table = () => document.getElementById("table");
export const isGrid = () => table()?.getAttribute("role") === "grid";
export const cellAt = (element) => (isGrid() ? (element?.closest?.(CELL) ?? null) : null);
export const editorIn = (cell) => cell?.querySelector("[data-editor]") ?? null;
export const isEditing = (element) => Boolean(element?.closest?.("#table [data-editor]"));
export const opener = (cell) => cell?.querySelector(".cell__edit") ?? null;
export const shown = (row) => [...row.cells].filter((cell) => cell.checkVisibility());
export const rows = () => [...table().rows].filter((row) => row.checkVisibility() && shown(row).length);

// Where a row was drawn anew, its cell is found again by its id; a row that is gone leaves the first cell.
export function current() {
  if (held?.isConnected && table()?.contains(held)) return held;
  const again = held && document.getElementById(held.id);
  return again && table()?.contains(again) ? again : table()?.tBodies[0]?.rows[0]?.cells[2];
}

export function beside(cell, down, right) {
  const all = rows();
  const row = Math.max(0, Math.min(all.length - 1, all.indexOf(cell.parentElement) + down));
  const at = shown(cell.parentElement).indexOf(cell) + right;
  const cells = shown(all[row]);
  return cells[Math.max(0, Math.min(cells.length - 1, at))];
}

// One cell is the stop; what lies in cells is reached by Enter.
export function settle() {
  if (!isGrid()) return;
  const stop = current();
  if (held && held !== stop) held.tabIndex = -1;
  held = stop ?? null;
  for (const item of table().querySelectorAll(":is(td, th) > a")) item.tabIndex = -1;
  for (const heading of table().tHead.rows[0].cells) heading.tabIndex = heading === held ? 0 : -1;
  if (held) held.tabIndex = 0;
}

export function hold(cell) {
  if (held && held !== cell) held.tabIndex = -1;
  held = cell;
  cell.tabIndex = 0;
}

export function focusOn(cell) {
  if (!cell) return;
  hold(cell);
  cell.focus({ preventScroll: true });
  cell.scrollIntoView({ block: "nearest", inline: "nearest" });
}

// What someone would type to get what stands in a cell.
export function valueOf(cell) {
  const { copied, typed, column, kind } = cell.dataset;
  if (copied !== undefined) return copied;
  if (kind === "text" && typed !== undefined && column !== "situaties") return typed;
  return cell.querySelector("[data-value]")?.textContent ?? "";
}
