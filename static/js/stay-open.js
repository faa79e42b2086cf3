// What someone opened stays open, and their focus where it was, when the page around it is drawn again.
const STOP = "a[href], button:not([disabled]), summary";
let open = [];
let places = [];
let title = "";

const siblings = (row, next) => (row?.[next] ? [row[next], ...siblings(row[next], next)] : []);

// Itself, its row, the rows after that and those before.
function around(element) {
  const row = element?.closest("li[id]");
  const rows = [row, ...siblings(row, "nextElementSibling"), ...siblings(row, "previousElementSibling")];
  return [element, ...rows].map((one) => one?.id).filter(Boolean);
}

function stopIn(id) {
  const place = document.getElementById(id);
  return place?.matches(STOP) ? place : place?.querySelector(STOP);
}

function back() {
  if (!title || document.activeElement !== document.body) return;
  const stop = places.map(stopIn).find((one) => one?.checkVisibility()) ?? document.getElementById(title) ?? document.getElementById("main");
  if (stop.id === title) stop.tabIndex = -1;
  stop.focus();
}

document.addEventListener("htmx:before:swap", () => {
  const focused = document.activeElement;
  open = [...document.querySelectorAll("details[open][id]")].map((details) => details.id);
  places = around(focused);
  title = focused === document.body ? "" : focused.closest("[aria-labelledby]")?.getAttribute("aria-labelledby") ?? "main";
});

document.addEventListener("htmx:after:swap", () => {
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  back();
});
