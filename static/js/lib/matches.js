// Where words stand on the map, whatever their case and accents, in reading order.
import { plain } from "./plain.js";

const CELLS = ".phase__head, .cell";
const NO_TEXT = "[data-editor], .visually-hidden, .cell__lane, .cell__add, .phase__count, button, script, template";

/** For every place in the plain text the place in the text as it was typed; null where they are the same. */
function origins(text, simple) {
  if (simple.length === text.length) return null;
  const places = [];
  let at = 0;
  for (const letter of text) {
    for (let count = plain(letter).length; count > 0; count -= 1) places.push(at);
    at += letter.length;
  }
  return [...places, at];
}

function* inText(node, wanted) {
  const text = node.data;
  const simple = plain(text);
  let start = simple.indexOf(wanted);
  if (start < 0 || node.parentElement.closest(NO_TEXT)) return;
  const places = origins(text, simple);
  for (; start >= 0; start = simple.indexOf(wanted, start + wanted.length)) {
    const range = document.createRange();
    const end = start + wanted.length;
    range.setStart(node, places ? places[start] : start);
    range.setEnd(node, places ? places[end] : end);
    yield range;
  }
}

/** [{range, cell}] of every place in a part of the page. */
export function matches(part, words) {
  const wanted = plain(words.trim());
  const found = [];
  if (!wanted) return found;
  for (const cell of part.querySelectorAll(CELLS)) {
    if (!plain(cell.textContent).includes(wanted)) continue;
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (const range of inText(texts.currentNode, wanted)) found.push({ range, cell });
    }
  }
  return found;
}
