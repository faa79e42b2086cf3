// Where a point stands in the plot, and sending it there: the server draws what follows.
const REST = 350; // ms without a key
let waiting = null;

const number = (text) => Number(text) || null;

export const placeOf = (point) => ({ effort: number(point.dataset.effort), effect: number(point.dataset.effect) });
export const cellAt = ({ effort, effect }) => document.querySelector(`.plot__cell[data-effort="${effort}"][data-effect="${effect}"]`);

// Shown there at once; what it was stays known until the server has spoken.
export function put(point, place) {
  point.dataset.from ??= JSON.stringify(placeOf(point));
  point.dataset.effort = place.effort ?? "";
  point.dataset.effect = place.effect ?? "";
  const cell = place.effort && place.effect ? cellAt(place) : document.querySelector("[data-unplaced]");
  if (point.parentElement !== cell) cell.append(point);
}

export function saveSoon(point) {
  if (waiting && waiting.point !== point) sendNow();
  clearTimeout(waiting?.timer);
  waiting = { point, timer: setTimeout(sendNow, REST) };
}

export function sendNow() {
  if (!waiting) return;
  const { point, timer } = waiting;
  clearTimeout(timer);
  waiting = null;
  send(point);
}

async function send(point) {
  const [from, to] = [JSON.parse(point.dataset.from), placeOf(point)];
  delete point.dataset.from;
  if (from.effort === to.effort && from.effect === to.effect) return;
  const values = { effort: to.effort ?? "", effect: to.effect ?? "", "initial-effort": from.effort ?? "", "initial-effect": from.effect ?? "" };
  await htmx.ajax("POST", point.dataset.point, { source: "#plot", target: "#plan", swap: "none", values }).catch(() => {});
  // Nobody answered: it is still where it was.
  if (point.isConnected) {
    put(point, from);
    delete point.dataset.from;
  }
}
