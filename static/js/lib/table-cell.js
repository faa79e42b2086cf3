// A cell opens at once, without asking the server: its form lies ready on the page, and the cell knows what it holds.
import { editorIn, opener } from "./table.js";

const NEW = { bubbles: true };

function seen(form, name, values) {
  for (const value of values) {
    const field = Object.assign(document.createElement("input"), { type: "hidden", name: `initial-${name}` });
    field.value = value;
    form.append(field);
  }
}

function fill(form, held) {
  const fields = [...form.querySelectorAll("input:not([type=hidden]), textarea, select")];
  const [first] = fields;
  const several = first.type === "checkbox";
  const values = several ? held.split(" ").filter(Boolean) : [held];
  for (const field of fields) {
    if (field.matches("[type=checkbox], [type=radio]")) field.toggleAttribute("checked", values.includes(field.value));
    else field.defaultValue = held;
  }
  seen(form, first.name, values);
  form.reset();
  return fields;
}

// What is typed on a closed cell takes the place of what was there; in a choice a number from 1 to 5 chooses.
function type(fields, text) {
  const [first] = fields;
  if (first.type === "radio") {
    const chosen = fields.find((field) => field.value === (text === "" ? "" : String(Number(text) - 3)));
    if (!chosen) return;
    chosen.checked = true;
    chosen.dispatchEvent(new Event("change", NEW));
    chosen.focus();
  } else if (first.type !== "checkbox") {
    first.value = text;
    first.dispatchEvent(new Event("input", NEW));
  }
}

/** Opens the cell, where something can be typed in it; `typed` replaces what it holds. */
export function openCell(cell, typed) {
  const template = document.querySelector(`template[data-editor-of="${cell.dataset.column}"]`);
  if (!template || !opener(cell) || editorIn(cell)) return false;
  const other = editorIn(cell.closest("table"));
  if (other) {
    const goal = () => opener(document.getElementById(cell.id));
    other.dispatchEvent(new CustomEvent("editor:leave", { ...NEW, cancelable: true, detail: { goal } }));
    return true;
  }
  const editor = template.content.cloneNode(true).firstElementChild;
  const form = editor.querySelector("form");
  const heading = editor.querySelector(".editor__heading");
  const step = cell.parentElement.dataset.step;
  const title = cell.parentElement.querySelector("[data-kind=title] [data-value]").textContent;
  form.setAttribute("action", opener(cell).getAttribute("href"));
  heading.textContent = heading.textContent.replace("{step}", title);
  editor.id = `c${step}-${cell.dataset.column}-editor`;
  const fields = fill(form, cell.dataset.typed ?? "");
  cell.append(editor);
  htmx.process(editor);
  const ctx = { sourceElement: opener(cell) };
  document.dispatchEvent(new CustomEvent("htmx:after:swap", { detail: { ctx } }));
  if (typed !== undefined) type(fields, typed);
  return true;
}
