// An editor on the map takes the focus when it opens; Escape leaves all as it was, Ctrl+Enter saves, and what wasn't
// changed isn't sent.
import { cellOf, current, hold, isItem, map, opener } from "./lib/grid.js";
import { close, editorOf, firstField, formOf, isChanged, isNew, isText } from "./lib/editors.js";

function save(editor) {
  if (isChanged(editor) || isNew(editor)) formOf(editor)?.requestSubmit();
  else close(editor);
}

// From its top where it is higher than the window; and where the focus is far below that, what has the focus.
function bringIntoView(editor, field) {
  const isHigher = editor.offsetHeight > innerHeight;
  const down = (field ?? editor).getBoundingClientRect().bottom - editor.getBoundingClientRect().top;
  if (down > innerHeight / 2 && isHigher) field.scrollIntoView({ block: "nearest", inline: "nearest" });
  else editor.scrollIntoView({ block: isHigher ? "start" : "nearest", inline: "nearest" });
}

function open(editor, pressed) {
  editor.dataset.opened = "";
  const cell = cellOf(editor);
  // Opened from elsewhere, where the focus can't go back to: afterwards it is here.
  if (map()?.contains(cell) && !isItem(pressed) && !cell.contains(current())) hold(opener(cell));
  // With the keyboard Tab and Escape do the same; these two are there for who points.
  for (const button of editor.querySelectorAll("form[data-draft] .form__actions > *")) button.tabIndex = -1;
  const field = firstField(editor);
  field?.focus({ preventScroll: true });
  if (field && isText(field)) field.setSelectionRange?.(field.value.length, field.value.length);
  // Once it has its size: a field that isn't asked for is hidden first.
  requestAnimationFrame(() => editor.isConnected && bringIntoView(editor, field));
  editor.dispatchEvent(new CustomEvent("editor:opened", { bubbles: true }));
}

document.addEventListener("keydown", (event) => {
  const editor = editorOf(event.target);
  if (!editor || event.defaultPrevented || event.isComposing) return;
  if (event.key === "Escape") {
    event.preventDefault();
    close(editor);
  } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && formOf(editor)) {
    event.preventDefault();
    save(editor);
  }
});

// Before htmx hears of it.
document.addEventListener("click", (event) => {
  const editor = event.target.closest("[data-cancel]") && editorOf(event.target);
  if (!editor) return;
  event.preventDefault();
  event.stopPropagation();
  close(editor);
}, true);

document.addEventListener("submit", (event) => {
  const editor = editorOf(event.target);
  if (!editor || event.target !== formOf(editor) || isChanged(editor) || isNew(editor)) return;
  event.preventDefault();
  event.stopPropagation();
  close(editor);
}, true);

document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  const editors = [...document.querySelectorAll("[data-cell] [data-editor]:not([data-opened])")];
  for (const editor of editors) open(editor, ctx.sourceElement);
});

// The keyboard of a phone takes half of the window: what is typed stays above it.
window.addEventListener("resize", () => {
  const field = document.activeElement;
  if (editorOf(field)) requestAnimationFrame(() => field.scrollIntoView({ block: "nearest", inline: "nearest" }));
});
