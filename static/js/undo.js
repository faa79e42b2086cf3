// Ctrl+Z undoes the last change of the map and Ctrl+Y does it again; in a field these keys are the field's own.
const BUTTONS = { z: "[data-undo]", y: "[data-redo]", Z: "[data-redo]", Y: "[data-redo]" };

document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
  if (event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
  const key = event.shiftKey ? event.key.toUpperCase() : event.key.toLowerCase();
  const button = document.querySelector(BUTTONS[key] ?? ":not(*)");
  if (!button) return;
  event.preventDefault();
  button.click();
});
