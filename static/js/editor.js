// Escape closes an editor on the map, and Enter in a title saves it, as in a spreadsheet.
document.addEventListener("keydown", (event) => {
  const editor = event.target.closest?.("[data-editor]");
  if (!editor || event.isComposing) return;
  if (event.key === "Escape") {
    event.preventDefault();
    editor.querySelector("[data-cancel]").click();
  }
  if (event.key === "Enter" && event.target.matches("[data-one-line]")) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});

// An editor that opens takes the focus in its first field.
document.addEventListener("htmx:after:swap", () => {
  const editor = document.querySelector("[data-editor]:not(:focus-within)");
  const field = editor?.querySelector("[aria-invalid], input:not([type=hidden]), textarea, select, button");
  if (editor && !editor.dataset.opened) field?.focus();
  if (editor) editor.dataset.opened = "";
});
