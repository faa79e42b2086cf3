// Ctrl+C copies a cell, or the chosen block, as a spreadsheet takes it; Ctrl+V shows what a block from one would change.
import { announce } from "./announce.js";
import { cellAt, isEditing, rows, table, valueOf } from "./lib/table.js";
import { block, toCopy } from "./lib/table-block.js";
import { openCell } from "./lib/table-cell.js";
import { formToken } from "./lib/session.js";
import { keepDraft, randomToken } from "./lib/store.js";

const quoted = (text) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const isOurs = () => cellAt(document.activeElement) && !isEditing(document.activeElement) && getSelection().isCollapsed;

document.addEventListener("copy", (event) => {
  if (!isOurs()) return;
  const cells = toCopy();
  event.preventDefault();
  event.clipboardData.setData("text/plain", cells.map((row) => row.map((cell) => quoted(valueOf(cell))).join("\t")).join("\n"));
  announce(table().dataset.copied.replace("{count}", cells.flat().length));
});

const isText = (cell) => ["text", "title"].includes(cell.dataset.kind) && cell.dataset.column !== "situaties";

document.addEventListener("paste", (event) => {
  if (!isOurs()) return;
  const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
  const cell = block()[0]?.[0] ?? cellAt(document.activeElement);
  if (!text) return;
  event.preventDefault();
  if (/[\t\n]/.test(text) || !isText(cell) || !openCell(cell, text)) lay(text, cell);
});

// The rows go along as they stand here, so that each text comes where it was laid.
function lay(text, cell) {
  const form = document.getElementById("pasting");
  form.action = new URL(form.getAttribute("action"), location).pathname + location.search;
  form.elements.csrfmiddlewaretoken.value = formToken();
  form.elements.once.value = randomToken();
  form.elements.tekst.value = text;
  form.elements.kolom.value = cell.dataset.column;
  form.elements.stap.value = cell.parentElement.dataset.step ?? "";
  for (const old of form.querySelectorAll("[name=rij]")) old.remove();
  for (const row of rows()) if (row.dataset.step) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "rij", value: row.dataset.step }));
  const { pathname, search } = new URL(form.action);
  const fields = ["tekst", "kolom", "stap", "once"].map((name) => [name, form.elements[name].value]);
  keepDraft({ address: pathname + search, page: pathname, heading: form.dataset.heading, text, fields });
  if (navigator.onLine) form.submit();
  else document.dispatchEvent(new Event("unsaved"));
}
