// Lanes of the map show and hide at once; the address keeps the choice, and the server remembers it for next time.
import { announce } from "./announce.js";

const journey = () => document.getElementById("journey");
const boxes = (form) => [...form.querySelectorAll("[type=checkbox]")];

export const hidden = () => journey().dataset.hiddenLanes.split(" ").filter(Boolean);

/** Shows the lane of an element that someone is sent to. */
export function reveal(element) {
  const lane = element.closest("[data-lane]")?.dataset.lane;
  if (!hidden().includes(lane)) return;
  const box = document.querySelector(`[data-lane-choice] [value="${lane}"]`);
  box.checked = true;
  choose(box.form);
}

function choose(form) {
  const choice = boxes(form).filter((box) => !box.checked).map((box) => box.value);
  journey().dataset.hiddenLanes = choice.join(" ");
  const words = document.querySelector("[data-lane-words]");
  const { none, one, more } = words.dataset;
  words.textContent = [none, one][choice.length] ?? more.replace("#", choice.length);
  remember(form, choice.length === 0);
  announce(choice.length ? words.textContent : form.querySelector("button").textContent);
  document.dispatchEvent(new CustomEvent("map:reshaped"));
}

function remember(form, all) {
  const address = new URL(location);
  address.searchParams.delete("lanen");
  const fields = new FormData(form);
  for (const lane of all ? ["alle"] : fields.getAll("lanen")) address.searchParams.append("lanen", lane);
  history.replaceState(history.state, "", address);
  // Not being able to remember it is no reason to bother anyone: the address has it.
  fetch(address, { method: "HEAD" }).catch(() => {});
}

document.addEventListener("change", (event) => {
  const form = event.target.closest("[data-lane-choice] form");
  if (form) choose(form);
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-lane-choice] form");
  if (!form) return;
  event.preventDefault();
  for (const box of boxes(form)) box.checked = true;
  choose(form);
});
