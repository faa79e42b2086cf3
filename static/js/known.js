// Who types a name that isn't in the list is asked for what is new about it; a known name asks for nothing.
const plain = (text) => text.trim().toLowerCase();

// By all that is said of it, or by its name alone: what is said further stands behind it in brackets.
function isKnown(box) {
  const typed = plain(box.value);
  return !typed || [...box.list.options].some((option) => `${plain(option.value)} (`.startsWith(`${typed} (`));
}

function ask(box) {
  for (const field of box.form.querySelectorAll(`.field:has([name^="${box.dataset.namesNew}"])`)) {
    field.hidden = isKnown(box);
  }
}

const askAll = () => document.querySelectorAll("[data-names-new]").forEach(ask);

document.addEventListener("input", (event) => event.target.matches("[data-names-new]") && ask(event.target));
document.addEventListener("htmx:after:swap", askAll);
askAll();
