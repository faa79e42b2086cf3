// An improvement in the plot moves with the arrow keys: right is more effort, up is more effect. It is sent once the keys rest.
import { announce } from "./announce.js";
import { placeOf, put, saveSoon, sendNow } from "./lib/plot.js";

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const MIDDLE = 3;
const within = (value) => Math.max(1, Math.min(5, value));

// What has no place yet comes to stand in the middle first.
function moved(point, [effort, effect]) {
  const now = placeOf(point);
  if (!now.effort || !now.effect) return { effort: now.effort || MIDDLE, effect: now.effect || MIDDLE };
  return { effort: within(now.effort + effort), effect: within(now.effect + effect) };
}

function say(point, { effort, effect }) {
  const words = document.querySelector("[data-plot]").dataset.words;
  const title = point.querySelector(".point__title").textContent;
  announce(words.replace("{title}", title).replace("{effort}", effort).replace("{effect}", effect));
}

document.addEventListener("keydown", (event) => {
  const point = event.target.closest?.("[data-point]");
  const plain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
  if (!point || !plain || !(event.key in STEPS)) return;
  event.preventDefault();
  const place = moved(point, STEPS[event.key]);
  put(point, place);
  point.focus();
  say(point, place);
  saveSoon(point);
});

// Whoever goes elsewhere leaves nothing behind unsaved.
document.addEventListener("focusout", (event) => event.target.matches?.("[data-point]") && !document.hidden && event.relatedTarget && sendNow());
addEventListener("pagehide", sendNow);
