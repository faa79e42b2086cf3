// The question mark shows all keys; so does the link beside the map, which without this module leads to a page.
const dialog = document.getElementById("keyboard-map");
const show = () => dialog.open || dialog.showModal();

document.addEventListener("keydown", (event) => {
  if (event.key !== "?" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const here = event.target === document.body || event.target.closest?.("#map");
  if (!here || event.target.closest("[data-editor], input, textarea, select")) return;
  event.preventDefault();
  show();
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-keyboard-map]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    show();
  } else if (event.target === dialog) dialog.close();
});
