// Asks about personal data on the phone itself: a note that waits for a connection was asked about too.
import { personalData } from "./lib/personal-data.js";

const BETWEEN = "|"; // as in organisations/guarded.py
const foundIn = (form) => [...new Set(personalData(form.elements.text.value).map(({ text }) => text))];
const questionOf = (form) => form.querySelector("[data-personal]");
let asked = false;

function ask(form, found) {
  const question = questionOf(form);
  question.hidden = false;
  question.querySelector("input").value = found.join(BETWEEN);
}

function answered(form) {
  asked = false;
  questionOf(form).hidden = true;
  questionOf(form).querySelector("input").checked = false;
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-send=note]");
  if (!form) return;
  const found = foundIn(form);
  const box = questionOf(form).querySelector("input");
  const kept = box.checked ? box.value.split(BETWEEN) : [];
  if (found.every((text) => kept.includes(text))) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  asked = true;
  box.checked = false;
  ask(form, found);
  box.focus();
}, true);

document.addEventListener("room:put", ({ target }) => target.matches("[data-send=note]") && answered(target));

// The question stays when the group goes on meanwhile.
document.addEventListener("htmx:after:swap", () => {
  const form = document.querySelector("[data-send=note]");
  const found = form && asked ? foundIn(form) : [];
  if (found.length) ask(form, found);
});
