// All of a step beside the map: its link opens it, Escape or the cross closes it, and the browser's Back goes between.
const panel = document.getElementById("panel");
let came = null; // where the focus was: the element, and the id of its cell

const isOpen = () => Boolean(panel.firstElementChild);
const cellOf = (element) => element?.closest?.("[data-cell]")?.id;

function clear() {
  const step = panel.querySelector("[data-step]")?.dataset.step;
  panel.replaceChildren();
  const place = document.getElementById(came?.cell ?? `s${step}-head`) ?? document.getElementById(`stap-${step}`);
  const back = came?.element?.isConnected ? came.element : place?.querySelector("[data-panel], a");
  came = null;
  (back ?? document.getElementById("map") ?? document.getElementById("main")).focus({ preventScroll: true });
  back?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

// What the address says, but for the step that is open.
function besides(search) {
  const said = new URLSearchParams(search);
  said.delete("stap");
  return said.size ? `?${said}` : "";
}

function close() {
  history.pushState({ htmx: true }, "", panel.dataset.map + besides(location.search));
  clear();
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-panel]") && !panel.contains(event.target)) {
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
  const { pathname, search } = new URL(event.detail.path, location);
  if (!pathname.startsWith(panel.dataset.map)) return;
  const rest = pathname.slice(panel.dataset.map.length);
  if (/^stappen\/\d+\/$/.test(rest) || (rest === "" && /[?&]stap=\d/.test(search))) {
    event.preventDefault();
    pressed = "title";
    htmx.ajax("GET", event.detail.path, { target: "#panel", swap: "innerHTML" });
  } else if (rest === "" && isOpen()) {
    event.preventDefault();
    clear();
  }
});
