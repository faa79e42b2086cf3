// Escape closes an editor on the map, Enter in a title saves it, and a new one takes the focus in its first field.
const FIELDS = "input:not([type=hidden]), textarea, select, button";

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

document.addEventListener("htmx:after:swap", () => {
  const editor = document.querySelector("[data-editor]:not([data-opened])");
  if (!editor) return;
  editor.dataset.opened = "";
  const field = ["[aria-invalid=true]", "[autofocus]", FIELDS].map((what) => editor.querySelector(what)).find(Boolean);
  field?.focus({ preventScroll: true });
  editor.scrollIntoView({ block: "nearest", inline: "nearest" });
});
