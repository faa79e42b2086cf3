// Tab saves what was typed and opens the next cell, Shift-Tab the one before, Enter in a title makes the next step;
// keys pressed while that is on its way are kept, so that nobody has to wait.
import { cellBeside, cellOf, focusOn, hold, isItem, opener } from "./lib/grid.js";
import { close, editorOf, formOf, isChanged, isOneLine, isText, stopOf, stops } from "./lib/editors.js";

let [onward, opening, waiting, kept] = [null, null, false, []];

const goals = {
  next: (cell) => opener(cellBeside(cell, 1)),
  before: (cell) => opener(cellBeside(cell, -1)),
  step: (cell) => cell.querySelector(".cell__add--after"),
};

function leave(editor, goal) {
  const cell = cellOf(editor);
  onward = goal;
  waiting = true;
  if (isChanged(editor)) return formOf(editor).requestSubmit();
  close(editor);
  goOn(cell);
}

function goOn(cell) {
  const link = cell && onward(cell);
  stop();
  if (!link) return forget();
  waiting = true;
  opening = link;
  if (isItem(link)) focusOn(hold(link));
  link.click();
}

function stop() {
  waiting = false;
  onward = null;
}

// Letters for the next cell wait until it does open; a save that was refused doesn't lose them.
function forget() {
  if (!waiting) kept = [];
}

function type(field, text) {
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

// Each kept key does what it would have done here.
function replay() {
  if (onward) return stop();
  waiting = false;
  while (kept.length && !waiting) {
    const { key, shiftKey } = kept.shift();
    const field = document.activeElement;
    if (key.length === 1 && isText(field)) type(field, key);
    else if (key === "Enter" && field.matches("textarea") && !isOneLine(field)) type(field, "\n");
    else field.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey, bubbles: true, cancelable: true }));
  }
}

function move(event, editor) {
  const all = stops(editor);
  const by = event.shiftKey ? -1 : 1;
  const at = all.indexOf(stopOf(event.target)) + by;
  if (all[at] && event.isTrusted) return;
  event.preventDefault();
  if (all[at]) all[at].focus();
  else leave(editor, by > 0 ? goals.next : goals.before);
}

document.addEventListener("keydown", (event) => {
  if (!waiting || !event.isTrusted || event.ctrlKey || event.metaKey || event.altKey || event.key === "Shift") return;
  event.preventDefault();
  event.stopImmediatePropagation();
  kept.push(event);
}, true);

document.addEventListener("keydown", (event) => {
  const editor = editorOf(event.target);
  if (!formOf(editor) || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Tab") return move(event, editor);
  if (event.key !== "Enter" || !isOneLine(event.target)) return;
  event.preventDefault();
  if (event.target.value.trim() || isChanged(editor)) leave(editor, goals.step);
  else close(editor);
});

document.addEventListener("editor:leave", (event) => {
  if (waiting) return;
  event.preventDefault();
  leave(event.target, event.detail.goal);
});
document.addEventListener("editor:opened", replay);
document.addEventListener("editor:closed", forget);
document.addEventListener("focusOn", (event) => (onward ? goOn(document.getElementById(event.detail.value)) : forget()));
document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
  const failed = ctx.request.method === "GET" ? ctx.sourceElement === opening && !cellOf(opening)?.querySelector("[data-editor]") : onward;
  if (failed) stop();
});
