// What waits for a connection, in its cell and counted at the bottom of the page.
import { waiting } from "./store.js";

const place = document.getElementById("waiting");

export function showWaiting() {
  const count = waiting().length;
  if (!place || place.dataset.count === String(count)) return;
  place.dataset.count = count;
  const drawn = document.getElementById(count === 1 ? "waits" : "wait")?.content.cloneNode(true);
  drawn?.querySelector("[data-number]")?.replaceChildren(String(count));
  place.replaceChildren(...(count ? [drawn] : []));
}

// Of what was written in one place twice, the last.
export function mark({ address, cell, text, once }) {
  const drawn = document.getElementById("waiting-text").content.cloneNode(true).firstElementChild;
  for (const before of document.querySelectorAll(".waiting")) if (before.dataset.address === address) before.remove();
  Object.assign(drawn.dataset, { address, once });
  drawn.querySelector("[data-text]").textContent = text;
  document.getElementById(cell)?.append(drawn);
}

// Now saved: the words stay until the map is drawn anew.
export function unmark({ once }) {
  for (const drawn of document.querySelectorAll(`.waiting[data-once="${once}"]`)) drawn.querySelector(".waiting__label").remove();
}

// Where it was written, for when it is shown elsewhere.
export function headingOf(editor, cell) {
  const heading = editor?.querySelector(".editor__heading") ?? document.querySelector("h1");
  return (editor ? null : cell?.querySelector(".cell__edit")?.getAttribute("aria-label")) ?? heading?.textContent.trim();
}
