// The map as a grid: steps are columns, and the links and buttons of a column are its items.
const ITEMS = "a[href], button, summary, input[type=checkbox]";
const PLACES = ".step, .phase__head";
let held = null;

export const map = () => document.getElementById("map");
export const cellOf = (element) => element.closest("[data-cell]");
export const laneOf = (cell) => cell.id.replace(/^[a-z]+\d+-/, "");
export const visible = (elements) => [...elements].filter((element) => element.checkVisibility());
export const columns = () => visible(map()?.querySelectorAll(".phase:not([data-folded]) .step") ?? []);
export const heads = () => visible(map()?.querySelectorAll(".phase__head") ?? []);

export function isItem(element) {
  return Boolean(element?.closest?.("#map") && element.matches(ITEMS) && element.closest(PLACES)) && !element.closest("[data-editor]");
}

export function itemsIn(place) {
  return visible(place.querySelectorAll(ITEMS)).filter(isItem);
}

// What stands beside the title of a step or a phase; where the title can't be opened, it is all there is.
export const isTool = (item) => item.matches(".pick, .cell__panel, .cell__add--after, .phase__fold") && Boolean(cellOf(item)?.querySelector(".cell__edit"));

// The stops of Tab where this item has the focus: with a title its tools, otherwise the item alone.
export function around(item) {
  const cell = document.activeElement === item && item.closest(".cell--head, .phase__head");
  return cell ? itemsIn(cell) : [item];
}

// An open editor hides what opened it.
const isOpen = (item) => Boolean(cellOf(item)?.querySelector("[data-editor]"));

// What opens a cell: its own text, its first card, or an empty form.
export function opener(cell) {
  return cell?.querySelector(".cell__edit, .cards a[href], .cell__add") ?? null;
}

// The same lane in another column; where nothing can be opened there, the lane above it.
export function itemBeside(step, lane, like) {
  const cells = [...step.querySelectorAll("[data-cell]")];
  const wanted = cells.findIndex((cell) => laneOf(cell) === lane);
  for (const cell of cells.slice(0, wanted + 1).reverse()) {
    const items = itemsIn(cell);
    const alike = laneOf(cell) === lane && items.find((item) => item.className === like?.className);
    if (items.length) return alike || items[0];
  }
  return itemsIn(step)[0];
}

// The one item that Tab stops at. A swap takes elements away: what stands in their place is found again.
export function current() {
  if (held?.item.isConnected && isItem(held.item) && (held.item.checkVisibility() || isOpen(held.item))) return held.item;
  const cell = held && document.getElementById(held.cell);
  const items = cell ? itemsIn(cell) : [];
  const again = items.find((item) => item.getAttribute("href") === held.href) ?? items[0];
  return again ?? firstIn(held && document.getElementById(held.place)) ?? columns().map(firstIn).find(Boolean) ?? heads().map(firstIn).find(Boolean);
}

const firstIn = (place) => (place?.checkVisibility() ? itemsIn(place)[0] : undefined);

export function hold(item) {
  const place = item.closest(PLACES);
  held = { item, href: item.getAttribute("href"), cell: cellOf(item)?.id, place: place.id };
  return item;
}

export function focusOn(item) {
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function rowOf(cell) {
  if (cell.matches(".phase__head")) return heads();
  if (!cell.closest("#map")) return [...(cell.closest(".step")?.querySelectorAll("[data-cell]") ?? [])];
  return columns().map((step) => [...step.querySelectorAll("[data-cell]")].find((one) => laneOf(one) === laneOf(cell)));
}

// The next cell of a lane that can be opened, to the right or to the left.
export function cellBeside(cell, by) {
  const row = rowOf(cell);
  const further = by > 0 ? row.slice(row.indexOf(cell) + 1) : row.slice(0, row.indexOf(cell)).reverse();
  return further.find((one) => opener(one));
}
