// Where a dragged step or phase would land, and scrolling along when it nears an edge.
const EDGE = 60;
const number = (id) => id.replace(/^\D+/, "");
const middle = (element) => {
  const box = element.getBoundingClientRect();
  return box.left + box.width / 2;
};

// The last that begins left of the pointer, or the first; with the side that is nearest.
function nearest(elements, x) {
  const beside = elements.filter((one) => one.getBoundingClientRect().left <= x).at(-1) ?? elements[0];
  return beside && { element: beside, side: x < middle(beside) ? "before" : "after" };
}

function stepPlace({ dragged, x }) {
  const all = [...document.querySelectorAll("#map .step, #map .phase:not(:has(.step))")].filter((one) => one.checkVisibility());
  const found = nearest(all, x);
  if (!found) return null;
  const { element, side } = found;
  const phase = element.closest(".phase");
  const before = element.matches(".step") && (side === "after" ? element : element.previousElementSibling);
  const value = before ? `after-${number(before.id)}` : `first-${number(phase.querySelector(".phase__head").id)}`;
  const own = dragged.closest(".phase") === phase;
  const stays = own && (before || null) === (before === dragged ? dragged : dragged.previousElementSibling);
  return { element, side, name: "naar", value, stays, address: (step) => `stappen/${number(step.id)}/plaats/` };
}

function phasePlace({ dragged, x }) {
  const found = nearest([...document.querySelectorAll("#map .phase")], x);
  const { element, side } = found;
  const before = side === "after" ? element : element.previousElementSibling;
  const id = (phase) => number(phase.querySelector(".phase__head").id);
  const stays = before === dragged || before === dragged.previousElementSibling;
  return { element, side, name: "after", value: before ? id(before) : "", stays, address: (phase) => `fasen/${id(phase)}/plaats/` };
}

export const placeAt = (drag) => (drag.dragged.matches(".phase") ? phasePlace(drag) : stepPlace(drag));

// As long as something is dragged near an edge of the map, the map scrolls, faster the nearer it is.
export function edgeScroll(dragging, moved) {
  const map = document.getElementById("map");
  let left = map.scrollLeft;
  const tick = () => {
    const drag = dragging();
    if (!drag) return;
    const box = map.getBoundingClientRect();
    const start = Math.max(0, box.left) + map.querySelector(".lanes").offsetWidth;
    const over = Math.min(0, drag.x - start - EDGE) + Math.max(0, drag.x - Math.min(innerWidth, box.right) + EDGE);
    map.scrollLeft += over / 4;
    if (map.scrollLeft !== left) moved();
    left = map.scrollLeft;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}
