// A click anywhere in a cell opens it, unless it selects text or presses something.
import { hold, isItem, opener } from "./lib/grid.js";

const PRESSED = "a, button, input, textarea, select, label, summary, details, [data-editor]";

document.addEventListener("click", (event) => {
  const cell = event.target.closest?.("[data-cell]");
  if (!cell || event.defaultPrevented || event.target.closest(PRESSED) || !getSelection().isCollapsed) return;
  const link = cell.querySelector(":scope .cell__edit") ?? cell.querySelector(":scope > .cell__add") ?? opener(cell);
  if (!link || cell.querySelector("[data-editor]")) return;
  if (isItem(link)) hold(link);
  link.click();
});
