// After a change the focus is where the hand was: the server names the cell, and what was opened there gets it.
import { current, focusOn, isTool, map, opener } from "./lib/grid.js";

document.addEventListener("focusOn", (event) => {
  const place = document.getElementById(event.detail.value) ?? map();
  const item = current();
  const target = place?.contains(item) && place !== map() && !isTool(item) ? item : opener(place);
  if (target ?? place) focusOn(target ?? place);
});
