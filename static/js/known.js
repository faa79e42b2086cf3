// Who types a name that isn't in the list is asked for what is new about it; a known name asks for nothing.
// Accents may be left out: “creche” is offered “Crèche”.
import { plain } from "./lib/plain.js";

const typedIn = (box) => plain(box.value.trim());

// By all that is said of it, or by its name alone: what is said further stands behind it in brackets.
function isKnown(box) {
  const typed = typedIn(box);
  return !typed || [...box.list.options].some((option) => `${plain(option.value)} (`.startsWith(`${typed} (`));
}

function ask(box) {
  for (const field of box.form.querySelectorAll(`.field:has([name^="${box.dataset.namesNew}"])`)) {
    field.hidden = isKnown(box);
  }
}

// A browser looks for the very letters, in a label too.
function offer(box) {
  const typed = box.value.trim();
  for (const option of box.list.options) {
    const differs = typed && plain(option.value).includes(plain(typed)) && !option.value.toLowerCase().includes(typed.toLowerCase());
    if (differs) option.label = `${option.value} · ${typed}`;
    else option.removeAttribute("label");
  }
}

const askAll = () => document.querySelectorAll("[data-names-new]").forEach(ask);

document.addEventListener("input", ({ target }) => {
  if (target.matches("[data-names-new]")) ask(target);
  if (target.list) offer(target);
});
document.addEventListener("htmx:after:swap", askAll);
askAll();
