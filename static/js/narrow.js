// A long list grows short while someone types: `data-narrow` names the list, its items stay that hold the words.
import { plain } from "./lib/plain.js";

function narrow(place) {
  const list = document.getElementById(place.dataset.narrow);
  const words = plain(place.querySelector("input").value).split(/\s+/).filter(Boolean);
  for (const item of list.querySelectorAll("li")) item.hidden = !words.every((word) => plain(item.textContent).includes(word));
  for (const part of list.querySelectorAll("section")) part.hidden = !part.querySelector("li:not([hidden])");
}

const places = [...document.querySelectorAll("[data-narrow]")];
for (const place of places) {
  place.hidden = false;
  place.addEventListener("input", () => narrow(place));
  place.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
}
document.addEventListener("htmx:after:swap", () => places.forEach(narrow));
