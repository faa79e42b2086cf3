// What was typed and not saved is shown when someone comes back: to go on typing, or to throw away.
import { fill, formAt, isRefused } from "./lib/fields.js";
import { drafts, forgetDraft } from "./lib/store.js";

const place = document.getElementById("unsaved");
const template = document.getElementById("unsaved-text");

function drawn(draft) {
  const item = template.content.cloneNode(true).firstElementChild;
  item.dataset.address = draft.address;
  item.querySelector("[data-heading]").textContent = draft.heading;
  item.querySelector("[data-text]").textContent = draft.text;
  item.querySelector("[data-error]").textContent = draft.error ?? "";
  return item;
}

function show() {
  const shown = place ? drafts().filter(({ address }) => !formAt(address)?.closest("[data-cell]")) : [];
  place?.replaceChildren(...shown.filter(({ address }) => !isOpen(address)).map(drawn));
}

const isOpen = (address) => Boolean(formAt(address) && isRefused(formAt(address)));

// A form that opens holds what was typed in it before.
function meet() {
  for (const draft of drafts()) {
    const form = formAt(draft.address);
    if (!form || "resumed" in form.dataset || isRefused(form)) continue;
    form.dataset.resumed = "";
    fill(form, draft.fields);
  }
  show();
}

async function resume({ address, page, ...draft }) {
  const cell = draft.cell && document.getElementById(draft.cell);
  if (!formAt(address) && cell) {
    await htmx.ajax("GET", address, { source: cell, target: cell, swap: "beforeend show:none" });
  } else if (!formAt(address)) {
    location.assign(draft.cell && page !== location.pathname ? page : address);
  }
  const field = formAt(address)?.querySelector("textarea, input:not([type=hidden]), select");
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function discard(address) {
  forgetDraft(address);
  if (formAt(address)) return location.reload();
  show();
  (place.querySelector("button") ?? document.getElementById("main")).focus();
}

place?.addEventListener("click", (event) => {
  const address = event.target.closest("[data-address]")?.dataset.address;
  const draft = drafts().find((one) => one.address === address);
  if (event.target.closest("[data-resume]") && draft) resume(draft);
  if (event.target.closest("[data-discard]")) discard(address);
});

document.addEventListener("htmx:after:swap", meet);
document.addEventListener("unsaved", show);
meet();
// Who comes back far down a page sees it too.
if (place?.childElementCount) place.scrollIntoView({ block: "nearest" });
