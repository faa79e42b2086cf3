// What is typed in a form is kept in this browser until it is saved or cancelled: a reload or a closed tab loses nothing.
import { addressOf, fieldsOf, isChanged, isRefused, textOf } from "./lib/fields.js";
import { drafts, forgetAll, forgetDraft, keepDraft, person } from "./lib/store.js";

function note(form) {
  const address = addressOf(form);
  if (!isChanged(form)) {
    delete form.dataset.unkept;
    return forgetDraft(address);
  }
  const cell = form.closest("[data-cell]");
  const heading = (form.querySelector(".editor__heading") ?? document.querySelector("h1"))?.textContent.trim();
  const draft = { address, heading, cell: cell?.id, page: location.pathname, fields: fieldsOf(form), text: textOf(form) };
  form.toggleAttribute("data-unkept", Boolean(person) && !keepDraft(draft));
}

function noteAny(event) {
  const form = event.target.form;
  if (form?.matches("[data-draft]:not([data-left])")) note(form);
}

document.addEventListener("input", noteAny);
document.addEventListener("change", noteAny);

function forget(form) {
  if (!form) return;
  forgetDraft(addressOf(form));
  delete form.dataset.unkept;
  form.dataset.left = ""; // a browser tells of a last change while the field goes
}

document.addEventListener("click", (event) => forget(event.target.closest("[data-cancel]")?.closest("form[data-draft]")));
document.addEventListener("editor:closing", (event) => forget(event.target.querySelector("form[data-draft]")));

document.addEventListener("submit", (event) => {
  delete event.target.dataset.unkept;
  if (event.target.matches("[data-forget]")) forgetAll();
});

// What was typed while it was being saved is newer than what was saved: it stays, on top of that.
function saved(form, body) {
  const sent = new Map(body);
  const boxes = [...form.querySelectorAll("textarea, input[type=text]")];
  const newer = form.isConnected && !sent.has("take") && boxes.some((box) => sent.get(box.name) !== box.value);
  if (!newer) return forget(form);
  forgetDraft(addressOf(form));
  for (const field of form.querySelectorAll("[name^=initial-]")) field.value = sent.get(field.name.slice("initial-".length)) ?? field.value;
  note(form);
}

document.addEventListener("htmx:after:request", (event) => {
  const { request, response } = event.detail.ctx;
  if (request.method !== "POST" || !request.form?.matches("[data-draft]") || response.status >= 300) return;
  delete request.form.dataset.unkept;
  saved(request.form, request.body);
});

// A refusal draws the form anew, with what was typed and what was seen.
function noteRefused() {
  for (const form of document.querySelectorAll("form[data-draft]")) if (isRefused(form)) note(form);
}

document.addEventListener("htmx:after:swap", noteRefused);
noteRefused();

// A form that was sent as a page is saved once the server says so.
const [, token] = /(?:^|; )saved=(\w+)/.exec(document.cookie) ?? [];
if (token) {
  document.cookie = "saved=; max-age=0; path=/";
  const isSaved = ({ fields }) => fields.some(([name, value]) => name === "once" && value === token);
  for (const { address } of drafts().filter(isSaved)) forgetDraft(address);
}

// Asked only where the browser has no room to keep it.
window.addEventListener("beforeunload", (event) => {
  if (document.querySelector("[data-unkept]")) event.preventDefault();
});
