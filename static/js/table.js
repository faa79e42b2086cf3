// Arrow keys roam through the table, as through a spreadsheet; with Shift they choose a block. Enter, F2 or typing opens a cell.
import { beside, cellAt, current, focusOn, hold, isEditing, isGrid, rows, settle, shown, table } from "./lib/table.js";
import { block, choose, isChosen } from "./lib/table-block.js";
import { openCell } from "./lib/table-cell.js";

const PAGE = 10;
const MOVES = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
  PageUp: [-PAGE, 0], PageDown: [PAGE, 0], Home: [0, -Infinity], End: [0, Infinity],
};

function destination(cell, event) {
  const [down, right] = MOVES[event.key];
  if (event.ctrlKey || event.metaKey) {
    if (event.key === "Home") return shown(rows()[1] ?? rows()[0])[0];
    if (event.key === "End") return shown(rows().at(-1)).at(-1);
    return beside(cell, down * Infinity || 0, right * Infinity || 0);
  }
  return beside(cell, down, right);
}

function roam(event, cell) {
  event.preventDefault();
  const next = destination(cell, event);
  focusOn(next);
  choose(event.shiftKey ? next : null, cell);
}

const isLetter = (event) => event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;

function act(event, cell) {
  const link = cell.querySelector("a");
  if (event.key === "Enter" || event.key === "F2") {
    event.preventDefault();
    if (!openCell(cell)) link?.click();
  } else if (event.key === "Delete" || event.key === "Backspace") {
    event.preventDefault();
    openCell(cell, "");
  } else if (isLetter(event) && openCell(cell, event.key)) event.preventDefault();
  else if (event.key === "Escape" && isChosen()) choose(null, cell);
}

document.addEventListener("keydown", (event) => {
  const cell = cellAt(event.target);
  if (!cell || isEditing(event.target) || event.defaultPrevented || event.isComposing) return;
  if (event.key in MOVES && !event.altKey) roam(event, cell);
  else act(event, cell);
});

document.addEventListener("focusin", (event) => {
  const cell = cellAt(event.target);
  if (!cell) return;
  hold(cell);
  // What was opened in a cell leaves the focus on its link: the cell itself is where the keys go on.
  if (event.target.matches("a.cell__edit")) focusOn(cell);
});

// A click opens a cell; with Shift it chooses the block up to it.
document.addEventListener("click", (event) => {
  const cell = cellAt(event.target);
  if (!cell || isEditing(event.target) || event.ctrlKey || event.metaKey) return;
  if (event.shiftKey && cellAt(document.activeElement)) {
    event.preventDefault();
    event.stopPropagation();
    choose(cell, current());
    return;
  }
  choose(null, cell);
  const link = event.target.closest("a.cell__edit");
  if (link && openCell(cell)) {
    event.preventDefault();
    event.stopPropagation();
  }
});

document.addEventListener("mousedown", (event) => event.shiftKey && cellAt(event.target) && event.preventDefault());
// Words are sent by Enter or the button: at their change too, Enter would ask twice and need two steps back.
document.addEventListener("change", (event) => event.target.matches("[data-filter] :not([type=search])") && event.target.form.requestSubmit());
document.addEventListener("htmx:after:swap", () => {
  settle();
  if (isGrid() && block().length === 0) choose(null, current());
});
if (table()) settle();
