// What others changed is drawn around what someone is busy with: an open editor, a menu, the focus stay as they are.
const BUSY = "[data-editor], .waiting, .here-cell";
const SKIP = "hx-morph-skip";
let changed = [];

const textOf = (cell) => {
  const copy = cell.cloneNode(true);
  for (const part of copy.querySelectorAll(BUSY)) part.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
};

const inside = (root, selector) => [...(root.matches?.(selector) ? [root] : []), ...root.querySelectorAll(selector)];

// Each in its place: an equal, empty element in what comes, which the morph leaves alone.
function keep(target, fragment) {
  for (const busy of inside(target, BUSY)) {
    const place = fragment.getElementById(busy.closest("[data-cell]")?.id);
    if (!place) continue;
    busy.setAttribute(SKIP, "");
    place.append(busy.cloneNode(false));
  }
}

function keepOpen(target, fragment) {
  for (const menu of target.querySelectorAll("details[open]")) {
    const near = menu.closest("[id]");
    const nth = [...near.querySelectorAll("details")].indexOf(menu);
    const place = near === menu ? fragment.getElementById(menu.id) : fragment.getElementById(near.id)?.querySelectorAll("details")[nth];
    if (place) place.open = true;
  }
}

function compare(fragment) {
  for (const cell of fragment.querySelectorAll("[data-cell][id]")) {
    const before = document.getElementById(cell.id);
    if (!before || textOf(before) !== textOf(cell)) changed.push(cell.id);
  }
}

document.addEventListener("htmx:before:swap", ({ detail: { ctx, tasks } }) => {
  if (!ctx.live) return;
  for (const task of tasks.filter(({ target }) => target)) {
    compare(task.fragment);
    if (task.swapSpec.style === "outerHTML") task.swapSpec.style = "outerMorph";
    if (task.swapSpec.style === "innerHTML" && task.target.querySelector("[data-editor]")) task.swapSpec.style = "none";
    keep(task.target, task.fragment);
    keepOpen(task.target, task.fragment);
  }
});

// The ids of the cells that read otherwise than before.
export async function swap(html) {
  const focused = document.activeElement;
  const cell = focused.closest("[data-cell]")?.id;
  changed = [];
  await htmx.swap({ text: html, live: true, sourceElement: document.body, target: document.body, swap: "none" });
  for (const busy of document.querySelectorAll(`[${SKIP}]`)) busy.removeAttribute(SKIP);
  if (!focused.isConnected && cell) document.dispatchEvent(new CustomEvent("focusOn", { detail: { value: cell } }));
  return changed;
}
