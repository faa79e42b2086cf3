// Tells what waits for a connection: in a bar, and each note in the list of one's own.
import { waiting } from "./room-store.js";

function line({ at, text, refused }, words) {
  const item = Object.assign(document.createElement("li"), { className: "mine__note" });
  item.dataset.at = at;
  const told = document.createElement("p");
  told.append(Object.assign(document.createElement("small"), { textContent: refused ?? words.wordWaits }), text);
  item.append(told);
  if (refused) item.append(button("again", words.wordAgain));
  item.append(button("drop", words.wordDrop));
  return item;
}

function button(name, textContent) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "quiet-link", textContent });
  made.dataset[name] = "";
  return made;
}

// Of a face or a dot that was not taken nothing else is left: why not is told until something else is done.
let refusal = "";

export const tellRefused = (words) => { refusal = words; };

export function showWaiting(isOffline) {
  const bar = document.getElementById("offline");
  const all = waiting();
  const count = all.filter(({ refused }) => !refused).length;
  const { wordOne: one, wordMore: more, wordNone: none } = bar.dataset;
  const text = isOffline && !count ? none : isOffline ? (count === 1 ? one : more.replace("{number}", count)) : refusal;
  if (bar.textContent !== text) bar.textContent = text;
  const list = document.getElementById("waiting-notes");
  const shown = isOffline ? all : all.filter(({ refused }) => refused);
  list?.replaceChildren(...shown.filter(({ text }) => text).map((entry) => line(entry, list.dataset)));
  list?.closest("section").toggleAttribute("data-waiting", Boolean(list.childElementCount));
}
