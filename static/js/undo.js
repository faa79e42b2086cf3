// Ctrl+Z undoes the last change of the map and Ctrl+Y does it again, as often as they are pressed; in a field these keys
// are the field's own.
import { send } from "./lib/sending.js";

const OWN = "input:not([type=checkbox]), textarea, select, [contenteditable], dialog, [data-editor]";
const BUTTONS = { z: "[data-undo]", y: "[data-redo]", Z: "[data-redo]", Y: "[data-redo]" };

// What the form says when its turn comes: the change before may have drawn it anew.
function press(name) {
  const { form } = document.querySelector(name);
  send("POST", form.getAttribute("action"), form.closest("[id]"), () => Object.fromEntries(new FormData(document.querySelector(name).form)));
}

document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
  if (event.target.closest(OWN)) return;
  const name = BUTTONS[event.shiftKey ? event.key.toUpperCase() : event.key.toLowerCase()];
  if (!name || !document.querySelector(name)) return;
  event.preventDefault();
  press(name);
});

document.addEventListener("submit", (event) => {
  const name = Object.values(BUTTONS).find((one) => event.target.querySelector(one));
  if (!name) return;
  event.preventDefault();
  event.stopPropagation();
  press(name);
}, true);
