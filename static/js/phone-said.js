// Who listens hears where the group goes, and that a note arrived or went; who took one away keeps a place on the page.
import { announce } from "./announce.js";

const TOLD = "#room :is(h1, #write-title, .notice:not(#left), .vote-bar b)";
const told = () => [...document.querySelectorAll(TOLD)].filter((one) => one.getClientRects().length).map((one) => one.textContent.trim());
let leaves = false;
let before = told();

function stay() {
  if (document.activeElement !== document.body) return;
  const places = ["mine-title", "note-text", "main"].map((id) => document.getElementById(id));
  places.find((place) => place?.getClientRects().length)?.focus({ preventScroll: true });
}

document.addEventListener("submit", ({ target }) => {
  if (target.matches("[data-send]")) announce("");
  leaves ||= Boolean(target.closest(".mine"));
});

document.addEventListener("room:taken", ({ detail: { key } }) => {
  const { wordSent, wordGone } = document.getElementById("offline").dataset;
  if (key.startsWith("note-")) announce(wordSent);
  if (key.startsWith("away-")) announce(wordGone);
});

document.addEventListener("click", ({ target }) => target.closest("[data-drop]") && stay());

document.addEventListener("htmx:after:swap", () => {
  const now = told();
  const news = now.filter((words) => !before.includes(words));
  if (news.length) announce(news.join(". "));
  before = now;
  if (leaves) stay();
  leaves = false;
});
