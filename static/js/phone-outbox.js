// What someone does on their phone is kept there until the server has it, and sent once, also where the connection comes and goes.
import { look } from "./lib/room-page.js";
import { change, forget, forgetDraft, isUnseen, keep, markSeen, markUnseen, waiting } from "./lib/room-store.js";
import { showWaiting, tellRefused } from "./lib/room-waiting.js";

const AWAY = [502, 503, 504];
const LONGEST = 30_000;
let pause = 1000;
let timer = null;
let busy = null;

const csrf = () => /(?:^|; )csrftoken=(\w+)/.exec(document.cookie)?.[1] ?? "";
const open = () => waiting().filter(({ refused }) => !refused);

function put(form, submitter) {
  const body = new URLSearchParams(new FormData(form, submitter));
  body.delete("csrfmiddlewaretoken");
  const isNote = form.dataset.send === "note";
  const key = isNote ? `note-${body.get("token")}` : form.dataset.send;
  keep({ key, url: form.action, body: String(body), text: isNote ? body.get("text") : "" });
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-send]");
  if (!form) return;
  event.preventDefault();
  tellRefused("");
  put(form, event.submitter);
  form.dispatchEvent(new CustomEvent("room:put", { bubbles: true, detail: event.submitter }));
  if (form.dataset.send === "note") forgetDraft();
  pause = 1000;
  flush();
});

const isAway = () => Boolean(timer) || !navigator.onLine;

function flush() {
  clearTimeout(timer);
  timer = null;
  busy ??= sendAll().finally(ended);
}

// What was done while the last of it was on its way goes as well.
function ended() {
  busy = null;
  showWaiting(isAway());
  if (!timer && open().length) flush();
}

async function sendAll() {
  for (let entry = open()[0]; entry; entry = open()[0]) {
    const { url, body } = entry;
    const headers = { "HX-Request": "true", "X-CSRFToken": csrf() };
    const request = { method: "POST", body: new URLSearchParams(body), headers, signal: AbortSignal.timeout(LONGEST) };
    const response = await fetch(url, request).catch(() => null);
    if (!response || AWAY.includes(response.status)) return later();
    if (!waiting().some(({ at }) => at === entry.at)) continue; // chosen otherwise while it was on its way
    markUnseen();
    if (response.ok) taken(entry);
    else await refuse(entry, response);
  }
  if (isUnseen()) look().then((isShown) => isShown && markSeen());
}

function taken(entry) {
  forget(entry);
  document.dispatchEvent(new CustomEvent("room:taken", { detail: entry }));
}

// A note is never thrown away; of a face or a dot the page shows what holds.
async function refuse(entry, response) {
  const told = response.headers.get("Content-Type")?.startsWith("text/plain") ? await response.text() : "";
  const words = document.getElementById("offline").dataset;
  if (entry.text) return change({ ...entry, refused: told || words.wordRefused });
  forget(entry);
  tellRefused(told || words.wordRefused);
}

function later() {
  timer = setTimeout(flush, pause);
  pause = Math.min(pause * 2, LONGEST);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-drop], [data-again]");
  const entry = button && waiting().find(({ at }) => at === button.closest("[data-at]").dataset.at);
  if (!entry) return;
  if ("drop" in button.dataset) forget(entry);
  else change({ ...entry, refused: undefined });
  showWaiting(isAway());
  flush();
});

document.addEventListener("htmx:after:swap", () => showWaiting(isAway()));
document.addEventListener("visibilitychange", () => document.hidden || flush());
window.addEventListener("online", () => { pause = 1000; flush(); });
window.addEventListener("offline", () => showWaiting(true));
flush();
