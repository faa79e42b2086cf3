// Who types a number or an address that points at one person is told so at once; nothing leaves the browser for it.
import { personalData } from "./lib/personal-data.js";

const FIELDS = "form[method=post] :is(textarea, input[type=text]), [data-guarded]";
const UNASKED = "[data-unasked]";
const PAUSE = 500;
const words = document.getElementById("personal");
const timers = new WeakMap();

// What stood there already was asked about when it was saved, unless the field says otherwise.
function newIn(field) {
  const before = field.matches(UNASKED) ? "" : field.defaultValue;
  const known = new Set(personalData(before).map((found) => found.text));
  return personalData(field.value).filter((found) => !known.has(found.text));
}

const sentence = ({ kind, text }) => words.dataset[kind].replace("%(found)s", text);

const warningOf = (field) => (field.nextElementSibling?.matches(".personal-warning") ? field.nextElementSibling : null);

function place(field) {
  field.after(words.content.cloneNode(true));
  return warningOf(field);
}

function check(field) {
  if (!field.isConnected) return;
  const text = newIn(field).map(sentence).join(" ");
  const warning = warningOf(field) ?? (text ? place(field) : null);
  if (!warning) return;
  warning.hidden = !text;
  const said = warning.querySelector("[role=status]");
  // A live region is heard once it was there before its words.
  setTimeout(() => { if (said.textContent !== text) said.textContent = text; }, 50);
}

// After a pause alone: a warning that comes as the field is left moves the button from under the pointer.
document.addEventListener("input", ({ target }) => {
  if (!words || !target.matches?.(FIELDS)) return;
  clearTimeout(timers.get(target));
  timers.set(target, setTimeout(check, PAUSE, target));
});

function checkUnasked() {
  for (const field of words ? document.querySelectorAll(UNASKED) : []) check(field);
}

document.addEventListener("htmx:after:swap", checkUnasked);
checkUnasked();
