// All of a step beside the map: its link opens it, Escape or the cross closes it, and the browser's Back goes between.
const panel = document.getElementById("panel");
let came = null; // where the focus was: the element, and the id of its cell

const isOpen = () => Boolean(panel.firstElementChild);
const cellOf = (element) => element?.closest?.("[data-cell]")?.id;

function clear() {
  const step = panel.querySelector("[data-step]")?.dataset.step;
  panel.replaceChildren();
  const cell = document.getElementById(came?.cell ?? `s${step}-head`);
  const back = came?.element?.isConnected ? came.element : cell?.querySelector("[data-panel], a");
  came = null;
  (back ?? document.getElementById("map")).focus({ preventScroll: true });
  back?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function close() {
  history.pushState({ htmx: true }, "", panel.dataset.map + location.search);
  clear();
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-panel]") && !isOpen()) {
    const element = panel.contains(document.activeElement) ? null : document.activeElement;
    came = { element, cell: cellOf(element) ?? cellOf(event.target) };
  }
  if (event.target.closest("[data-panel-close]") && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    close();
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || !isOpen()) return;
  const inPanel = panel.contains(event.target) || event.target === document.body;
  if (inPanel && !event.target.closest("[data-editor]")) close();
});

// What was pressed keeps the focus while one steps through the journey; a panel that opens begins at its title.
let pressed = null;
document.addEventListener("htmx:before:request", (event) => {
  const source = event.detail.ctx?.sourceElement;
  if (source?.closest?.("[data-panel], [data-panel-go]")) pressed = source.dataset.panelGo ?? "title";
});

document.addEventListener("htmx:after:swap", () => {
  if (!pressed || !isOpen()) return;
  const title = document.getElementById("panel-title");
  (panel.querySelector(`[data-panel-go="${pressed}"]`) ?? title).focus();
  if (pressed !== "title") title.dispatchEvent(new CustomEvent("announce", { bubbles: true, detail: title.textContent }));
  pressed = null;
});

document.addEventListener("htmx:before:history:restore", (event) => {
  const [path] = event.detail.path.split("?");
  if (!path.startsWith(panel.dataset.map)) return;
  const rest = path.slice(panel.dataset.map.length);
  if (rest === "" && isOpen()) {
    event.preventDefault();
    clear();
  } else if (/^stappen\/\d+\/$/.test(rest)) {
    event.preventDefault();
    pressed = "title";
    htmx.ajax("GET", event.detail.path, { target: "#panel", swap: "innerHTML" });
  }
});
