// A phone or a wall shows what others do as it happens: told that something changed, it asks for its own page.
import { look } from "./lib/room-page.js";
import { Stream } from "./lib/stream.js";

const SPREAD = 400; // ms, so that a room full of phones doesn't ask all at once
const { live, seen: drawn } = document.body.dataset;
const bar = document.getElementById("connection");
let seen = drawn;

function tell(words) {
  if (bar && bar.textContent !== words) bar.textContent = words;
}

new Stream({
  address: () => `${live}?versie=${encodeURIComponent(seen)}`,
  heard(name, _told, mark) {
    if (name === "update" && mark !== seen) {
      seen = mark;
      look(Math.random() * SPREAD);
    } else if (name === "gone") {
      look(Math.random() * SPREAD);
    }
  },
  state(state) {
    if (state === "ended") look(Math.random() * SPREAD);
    tell(state === "off" ? bar?.dataset.off ?? "" : "");
  },
});
