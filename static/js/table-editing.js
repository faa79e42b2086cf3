// In an open cell Enter saves and goes down, Tab to the right, with Shift back; keys pressed while that is on its way are kept.
import { close, editorOf, formOf, isChanged, isText } from "./lib/editors.js";
import { beside, cellAt, current, focusOn, isEditing, isGrid, table } from "./lib/table.js";

const touch = matchMedia("(hover: none) and (pointer: coarse)");
let onward = null; // the cell that is being saved, and what to do then
let kept = [];

function leave(editor, then) {
  onward = { id: cellAt(editor).id, then };
  if (isChanged(editor)) return formOf(editor).requestSubmit();
  close(editor);
  goOn();
}

function goOn() {
  const { id, then } = onward;
  onward = null;
  then(document.getElementById(id) ?? current());
  replay();
}

function type(field, text) {
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

// Each kept key does what it would have done here.
function replay() {
  while (kept.length && !onward) {
    const { key, shiftKey } = kept.shift();
    const field = document.activeElement;
    if (key.length === 1 && isEditing(field) && isText(field)) type(field, key);
    else field.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey, bubbles: true, cancelable: true }));
  }
}

// A text that was refused has buttons below it that Tab has to reach.
const isRefused = (editor) => Boolean(editor.querySelector("[data-invalid]"));

function onEnter(event, editor) {
  if (!event.target.matches("textarea, input")) return;
  if (touch.matches && event.target.matches("textarea:not([data-one-line])")) return;
  event.preventDefault();
  if (event.altKey || event.ctrlKey || event.metaKey) {
    if (isText(event.target) && event.target.matches("textarea")) type(event.target, "\n");
  } else leave(editor, (cell) => focusOn(beside(cell, event.shiftKey ? -1 : 1, 0)));
}

function onTab(event, editor) {
  if (isRefused(editor) || !event.target.matches("textarea, input")) return;
  event.preventDefault();
  leave(editor, (cell) => focusOn(beside(cell, 0, event.shiftKey ? -1 : 1)));
}

// Who opens another cell saves this one first.
document.addEventListener("editor:leave", (event) => {
  if (!isEditing(event.target)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!onward) leave(event.target, () => event.detail.goal()?.click());
}, true);

document.addEventListener("keydown", (event) => {
  if (onward && event.isTrusted && !event.ctrlKey && !event.metaKey && event.key !== "Shift") {
    event.preventDefault();
    event.stopImmediatePropagation();
    kept.push(event);
    return;
  }
  const editor = isGrid() && isEditing(event.target) ? editorOf(event.target) : null;
  if (!formOf(editor) || event.isComposing || !cellAt(event.target).dataset.kind.match(/text|title|feeling/)) return;
  if (event.key === "Enter") onEnter(event, editor);
  else if (event.key === "Tab") onTab(event, editor);
}, true);

// The server names the cell that was changed, in the words of the map where it was changed from elsewhere.
function cellOf(name) {
  const [, step, lane] = /^[cs](\d+)-(.+)$/.exec(name) ?? [];
  const row = step && document.getElementById(`stap-${step}`);
  return document.getElementById(name) ?? row?.querySelector(`[data-lane="${lane}"]`) ?? row?.querySelector("[data-kind=title]");
}

document.addEventListener("focusOn", (event) => {
  if (!isGrid()) return;
  const cell = cellOf(event.detail.value);
  if (!onward && !cell) return;
  event.stopImmediatePropagation();
  if (onward) goOn();
  else focusOn(cell);
}, true);

// A save that was refused stays open, with the focus where it has to be mended.
document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
  const isOurs = onward && ctx.request.method === "POST" && cellAt(ctx.sourceElement)?.id === onward.id;
  if (!isOurs || !document.getElementById(onward.id)?.querySelector("[data-editor]")) return;
  onward = null;
  replay();
});
