// After a change the focus is where the hand was: the server names the cell, and what was opened there gets it; a card
// that is new there comes into view.
import { cellOf, current, focusOn, isTool, map, opener } from "./lib/grid.js";

let sent = { cell: null, cards: [] };

const cardsIn = (cell) => [...(cell?.querySelectorAll(".cards > li") ?? [])];
const addressOf = (card) => card.querySelector("a[href]")?.getAttribute("href");

document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
  const cell = ctx.request.method === "POST" && cellOf(ctx.sourceElement);
  if (cell) sent = { cell: cell.id, cards: cardsIn(cell).map(addressOf) };
});

// Taken away with the focus in it, a cell costs a drawing of the map in which the new one stands beside it.
document.addEventListener("htmx:before:swap", ({ detail: { ctx } }) => {
  const cell = ctx.request?.method === "POST" && cellOf(ctx.sourceElement);
  if (cell && cell === cellOf(document.activeElement)) document.activeElement.blur();
});

function showNew(cell) {
  const added = cell?.id === sent.cell && cardsIn(cell).find((card) => !sent.cards.includes(addressOf(card)));
  if (added) added.scrollIntoView({ block: "nearest", inline: "nearest" });
}

const seen = (selector) => [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());

// Other lenses have no cells: the step itself; where that is gone, what is open beside them, or the first one.
function onLens(cell) {
  const step = /^[sp](\d+)-/.exec(cell)?.[1];
  const found = document.querySelector(`#moment-${step}, #stap-${step} [data-panel]`);
  if (found || document.activeElement !== document.body) return found;
  return document.getElementById("panel-title") ?? seen("#lens [data-panel]") ?? seen("#lens summary");
}

document.addEventListener("focusOn", (event) => {
  const place = document.getElementById(event.detail.value) ?? map() ?? onLens(event.detail.value);
  const item = current();
  const target = place?.contains(item) && place !== map() && !isTool(item) ? item : opener(place);
  if (target ?? place) focusOn(target ?? place);
  showNew(place);
});
