// A journey true to scale: + and − zoom around the step that has the focus, or else around the middle of what is on
// screen; arrow keys walk from step to step.
import { announce } from "./announce.js";

const WALK = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
const region = () => document.getElementById("in-time");
const labels = () => [...document.querySelectorAll(".moment__label")];
let at = null; // the moment that stays where it is, and how far from the left that is on screen

// Pixels on screen for each unit of the drawing: a whole journey is stretched over the width.
const stretch = () => region().querySelector(".in-time__drawing").getBoundingClientRect().width / Number(region().dataset.width);
const pixelsADay = () => Number(region().dataset.perDay) * stretch();

function held() {
  const moment = document.activeElement?.closest?.(".moment");
  const seen = region().getBoundingClientRect();
  const left = region().scrollLeft;
  const start = Number(region().dataset.start);
  const day = moment ? Number(moment.dataset.day) : start + (left + seen.width / 2) / pixelsADay();
  const from = (day - start) * pixelsADay() - left;
  const onScreen = from >= 0 && from <= seen.width;
  return { day, from: onScreen ? from : seen.width / 2 };
}

function follow(link) {
  if (!link?.hasAttribute("href")) return;
  at = held();
  const address = new URL(link.href);
  address.searchParams.set("midden", Math.round(at.day));
  const step = new URL(location).searchParams.get("stap");
  if (step) address.searchParams.set("stap", step);
  link.setAttribute("href", address.pathname + address.search);
  announce(link.getAttribute("aria-label") ?? link.textContent);
}

function bring(day, from) {
  region().scrollLeft = (day - Number(region().dataset.start)) * pixelsADay() - from;
}

// Before htmx reads where the link leads.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-zoom]");
  if (link && !event.ctrlKey && !event.metaKey) follow(link);
}, true);

document.addEventListener("htmx:after:swap", () => {
  if (!at || !region()) return;
  bring(at.day, at.from);
  at = null;
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, textarea, select, [data-editor]")) return;
  const key = event.key === "=" ? "+" : event.key === "_" ? "-" : event.key;
  if ((key === "+" || key === "-") && event.target.closest("#lens")) {
    event.preventDefault();
    document.querySelector(`[data-zoom="${key}"][href]`)?.click();
  } else if (WALK[key] && event.target.matches(".moment__label")) {
    event.preventDefault();
    const all = labels();
    const next = all[Math.max(0, Math.min(all.length - 1, all.indexOf(event.target) + WALK[key]))];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest", inline: "center" });
  }
});

const asked = new URL(location).searchParams.get("midden");
if (asked && region()) bring(Number(asked), region().getBoundingClientRect().width / 2);
