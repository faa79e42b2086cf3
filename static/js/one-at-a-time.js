// One editor is open on the map at a time: a click on what opens another cell first saves what was typed.
import { cellOf, map } from "./lib/grid.js";
import { editorOf, formOf } from "./lib/editors.js";

const OPENERS = "[data-cell] :is(.cell__edit, .cell__add, .cards a[href]), .lanes .cell__add";

// A save can draw the link anew.
function again(link) {
  const [cell, href] = [cellOf(link)?.id ?? "map", link.getAttribute("href")];
  const links = () => [...(document.getElementById(cell)?.querySelectorAll("a[href]") ?? [])];
  return () => (link.isConnected ? link : links().find((one) => one.getAttribute("href") === href));
}

// Before htmx hears of it.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.(OPENERS);
  const editor = editorOf(document.activeElement) ?? map()?.querySelector("[data-cell] [data-editor]");
  if (!link || !formOf(editor) || editorOf(link) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const leaving = new CustomEvent("editor:leave", { bubbles: true, cancelable: true, detail: { goal: again(link) } });
  if (editor.dispatchEvent(leaving)) return;
  event.preventDefault();
  event.stopPropagation();
}, true);
