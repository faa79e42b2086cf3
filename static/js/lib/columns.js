// Where the columns of the map are, measured once and kept until the map takes another shape.
const wide = matchMedia("(width >= 48rem)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const STRIP = 56; // px at the top of a phone that the ribbon covers

/** Steps stand beside each other in a map that scrolls, or below each other in a page that does. */
export const isWide = () => wide.matches;

/** [start, end] of every step along the way that it scrolls, and what is on screen of it: `from`, `size`. */
export function measured(map) {
  const steps = [...map.querySelectorAll(".step")];
  const frame = map.getBoundingClientRect();
  const lanes = isWide() ? map.querySelector(".lanes").offsetWidth : 0;
  const ends = steps.map((step) => {
    const box = step.getBoundingClientRect();
    if (isWide()) return [box.left - frame.left - map.clientLeft - lanes + map.scrollLeft, box.width];
    return [box.top + scrollY, box.height];
  });
  return { steps, lanes, places: ends.map(([start, size]) => [start, start + size]) };
}

export function onScreen(map, lanes) {
  if (isWide()) return [map.scrollLeft, map.scrollLeft + map.clientWidth - lanes];
  return [scrollY + STRIP, scrollY + innerHeight];
}

export function show(step, { smooth = true } = {}) {
  const behavior = smooth && !calm.matches ? "smooth" : "instant";
  step.scrollIntoView({ block: isWide() ? "nearest" : "start", inline: "center", behavior });
}
