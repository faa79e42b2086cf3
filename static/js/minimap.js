// The ribbon of time shows which stretch of the map is on screen, and ties the columns there to their moments.
import { isWide, measured, onScreen } from "./lib/columns.js";

const PADDING = 0.8; // percent of the ribbon on both sides of the window
let shape;
let waiting = false;

const map = () => document.getElementById("map");
const marks = () => [...document.querySelectorAll("#ribbon [data-step]")];
const at = (mark) => parseFloat(mark.querySelector("circle").getAttribute("cx"));

function draw() {
  waiting = false;
  const links = marks();
  if (!links.length) return;
  shape ??= measured(map());
  if (shape.steps.length !== links.length) return;
  const [from, to] = onScreen(map(), shape.lanes);
  const seen = shape.places.map(([start, end]) => (start + end) / 2 >= from && (start + end) / 2 <= to);
  frame(links.filter((_, index) => seen[index]), seen.every(Boolean));
  keepOneStop(links, seen.indexOf(true));
  if (isWide()) tie(links, from, to - from);
}

// What is written anew is drawn anew, also where it says the same.
function put(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function frame(links, all) {
  const window = document.querySelector("#ribbon [data-window]");
  const moments = links.map(at);
  const start = Math.max(0, Math.min(...moments) - PADDING);
  const size = Math.max(...moments) + PADDING - start;
  put(window, "x", `${links.length && !all ? start : 0}%`);
  put(window, "width", `${links.length && !all ? size : 0}%`);
}

/** The marks are one stop of the Tab key: the one that has the focus, or else the first on screen. */
function keepOneStop(links, first) {
  const stop = links.find((link) => link === document.activeElement) ?? links[Math.max(0, first)];
  for (const link of links) put(link, "tabindex", link === stop ? "0" : "-1");
}

function tie(links, from, width) {
  const ties = document.querySelectorAll("#ribbon .ribbon__link");
  shape.places.forEach(([start, end], index) => {
    const to = (((start + end) / 2 - from) / width) * 1000;
    const x = at(links[index]) * 10;
    const path = to < 0 || to > 1000 ? "" : `M${x} 0C${x} 46 ${to.toFixed(1)} 30 ${to.toFixed(1)} 70`;
    put(ties[index], "d", path);
  });
}

function soon() {
  if (!waiting) requestAnimationFrame(draw);
  waiting = true;
}

function anew() {
  shape = undefined;
  soon();
}

document.addEventListener("scroll", soon, { capture: true, passive: true });
document.addEventListener("map:reshaped", anew);
document.addEventListener("htmx:after:swap", anew);
window.addEventListener("resize", anew);
new ResizeObserver(anew).observe(document.querySelector(".map__canvas"));
anew();
