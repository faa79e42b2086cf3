// An open editor: its fields, the stops of the Tab key in it, and whether anything was changed.
import { differs } from "./fields.js";
import { cellOf, current, focusOn, isItem, opener, visible } from "./grid.js";

const FIELDS = "input:not([type=hidden]), textarea, select";

export const editorOf = (element) => element?.closest?.("[data-cell] [data-editor]") ?? null;
export const formOf = (editor) => editor?.querySelector("form[data-draft]") ?? null;
export const isOneLine = (field) => field.matches("[data-one-line]");
export const isText = (field) => field.matches("textarea, input:not([type=radio], [type=checkbox], [type=date], [type=number])");

const group = (radio) => [...radio.form.querySelectorAll("[type=radio]")].filter((one) => one.name === radio.name);

// A group of radio buttons is one stop.
export function stopOf(field) {
  if (field.type !== "radio") return field;
  return group(field).find((one) => one.checked) ?? group(field)[0];
}

export function stops(editor) {
  const all = editor.querySelectorAll(`${FIELDS}, button, summary, a[href]`);
  return [...all].filter((stop) => stop.tabIndex >= 0 && !stop.disabled && stop.checkVisibility() && stop === stopOf(stop));
}

export function firstField(editor) {
  const invalid = editor.querySelector("[aria-invalid=true], [data-invalid] :is(input, textarea, select)");
  const field = invalid ?? editor.querySelector("[autofocus]") ?? formOf(editor)?.querySelector(FIELDS) ?? editor.querySelector("button, a[href]");
  return field && stopOf(field);
}

// What was refused is not saved yet, and so is still a change.
export function isChanged(editor) {
  const form = formOf(editor);
  return Boolean(form) && ([...form.elements].some(differs) || Boolean(form.querySelector("[aria-invalid=true], [role=alert]")));
}

// A form for something new has nothing to compare with.
export const isNew = (editor) => !formOf(editor)?.querySelector("input[type=hidden][name^=initial-]");

// The cell is still as it was: its editor only lies over it.
export function close(editor) {
  const cell = cellOf(editor);
  editor.dispatchEvent(new CustomEvent("editor:closing", { bubbles: true }));
  editor.remove();
  document.dispatchEvent(new CustomEvent("editor:closed", { detail: { cell: cell.id } }));
  const item = cell.closest("#map") ? current() : null;
  const target = isItem(item) ? item : (opener(cell) ?? visible(cell.querySelectorAll("button, a[href]"))[0]);
  if (target) focusOn(target);
}
