// A face is chosen at once; a note keeps its text, and the step it was begun at, whatever the group does meanwhile.
import { draft, forgetDraft, keepDraft } from "./lib/room-store.js";

const note = () => document.getElementById("note-text");
const isNew = (form) => form?.matches("[data-send=note]");

function count(field) {
  const place = document.querySelector(`[data-count-of="${field.id}"]`);
  if (!place) return;
  place.dataset.words ??= place.textContent;
  place.textContent = field.value.length ? `${field.value.length} / ${field.maxLength}` : place.dataset.words;
  place.toggleAttribute("data-nearly", field.value.length > field.maxLength * 0.9);
}

document.addEventListener("input", (event) => {
  if (event.target.maxLength > 0) count(event.target);
  if (event.target === note() && isNew(event.target.form)) remember(event.target);
});

document.addEventListener("change", (event) => {
  const { form } = event.target;
  if (form?.matches("[data-at-once]")) form.requestSubmit();
  if (event.target.name === "kind" && isNew(form) && note().value) remember(note());
});

function remember({ form, value }) {
  if (!value.trim()) {
    forgetDraft();
    return about();
  }
  const { step, round, title } = draft() ?? { step: form.elements.step.value, round: form.elements.round.value, title: form.dataset.title };
  keepDraft({ text: value, kind: form.elements.kind.value, step, round, title });
}

// The text that was begun comes back, at the step that it is about.
function resume() {
  const box = note();
  if (!box) return;
  const begun = isNew(box.form) ? draft() : null;
  const late = box.closest("[data-late]");
  if (late) late.hidden = Boolean(begun?.later) || !(begun || box.value);
  if (begun?.later && !late) { // kept for this round
    begun.round = box.form.elements.round.value;
    keepDraft({ ...begun, later: undefined });
  }
  if (begun) {
    if (!box.value) box.value = begun.text;
    for (const name of ["step", "round"]) if (begun[name]) box.form.elements[name].value = begun[name];
    const kind = [...box.form.elements.kind].find(({ value }) => value === begun.kind);
    if (kind) kind.checked = true;
  }
  about(begun);
  count(box);
}

function about(begun) {
  const place = document.querySelector("[data-about]");
  if (!place) return;
  place.hidden = !begun || begun.title === place.closest("form").dataset.title;
  place.querySelector("b").textContent = begun?.title ?? "";
}

document.addEventListener("room:put", (event) => {
  if (!isNew(event.target)) return;
  const { elements } = event.target;
  note().value = "";
  elements.token.value = crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  elements.step.value = event.target.dataset.draftOf;
  about();
  count(note());
  const late = note().closest("[data-late]");
  if (late) late.hidden = true;
  (late ? document.getElementById("main") : note()).focus();
});

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-later]");
  if (!button) return;
  keepDraft({ ...draft(), later: true });
  note().value = "";
  button.closest("[data-late]").hidden = true;
  document.getElementById("announcer").textContent = button.dataset.said;
  document.getElementById("main").focus();
});

// Pressed twice on a slow connection, somebody joins once.
document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-send-once]");
  if (form && "sent" in form.dataset) event.preventDefault();
  else if (form) form.dataset.sent = "";
});
window.addEventListener("pageshow", () => document.querySelectorAll("[data-sent]").forEach((form) => delete form.dataset.sent));

document.addEventListener("htmx:after:swap", resume);
resume();
for (const field of document.querySelectorAll("input[maxlength]")) count(field);
