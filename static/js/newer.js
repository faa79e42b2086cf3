// What someone else just changed is marked for a moment; and where one is typing oneself, the editor says so.
const MARKED = 6000; // ms
const template = document.getElementById("newer");

function mark(cell) {
  cell.dataset.newer = "";
  setTimeout(() => delete cell.dataset.newer, MARKED);
}

function warn(editor) {
  const heading = editor.querySelector("form[data-draft] .editor__heading");
  if (heading && !editor.querySelector(".newer")) heading.after(template.content.cloneNode(true));
}

document.addEventListener("live:update", ({ detail: { changed, isMine } }) => {
  for (const id of changed) {
    const cell = document.getElementById(id);
    const editor = cell?.querySelector("[data-editor]");
    if (editor) warn(editor);
    else if (cell && !isMine) mark(cell);
  }
  document.dispatchEvent(new Event("unsaved"));
});
