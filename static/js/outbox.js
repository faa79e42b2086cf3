// A change that can't reach the server waits in this browser, is shown, and is sent once, in order, when it can.
import { addressOf } from "./lib/fields.js";
import { goOnFromOwn } from "./lib/own.js";
import { formToken, send } from "./lib/session.js";
import { forgetDraft, forgetWaiting, keepDraft, person, randomToken, wait, waiting } from "./lib/store.js";
import { headingOf, mark, showWaiting, unmark } from "./lib/waiting.js";

const AWAY = [502, 503, 504];
const LONGEST = 30_000;
let pause = 1000;
let timer = null;
let busy = null;

document.addEventListener("htmx:config:request", (event) => {
  const { method, body } = event.detail.ctx.request;
  if (method === "POST" && !body.has("once")) body.set("once", randomToken());
});

document.addEventListener("htmx:before:request", (event) => {
  const { ctx } = event.detail;
  if (ctx.request.method === "POST" && ctx.request.body instanceof URLSearchParams && person) ctx.fetch = (...what) => carefully(ctx, ...what);
});

async function carefully(ctx, url, request) {
  if (waiting().length) await flush();
  if (waiting().length) return queue(ctx);
  try {
    const response = await send(url, request);
    return AWAY.includes(response.status) ? queue(ctx) : response;
  } catch (error) {
    if (request.signal.aborted && request.signal.reason !== "timeout") throw error;
    return queue(ctx, error);
  }
}

function queue(ctx, error) {
  const { form, body, action } = ctx.request;
  const cell = ctx.sourceElement.closest("[data-cell]");
  const editor = ctx.sourceElement.closest("[data-editor]");
  body.delete("csrfmiddlewaretoken");
  goOnFromOwn(action, body);
  const boxes = [...(editor?.querySelectorAll("textarea, input:not([type=hidden], [type=checkbox], [type=radio])") ?? [])];
  const text = boxes.map((box) => box.value).filter(Boolean).join(" · ");
  const change = { address: action, body: String(body), once: body.get("once"), page: location.pathname, current: location.href, cell: cell?.id, heading: headingOf(editor, cell), text };
  if (!wait(change)) throw error ?? new Error("No room to keep this change");
  if (form?.matches("[data-draft]")) forgetDraft(addressOf(form));
  editor?.remove();
  mark(change);
  showWaiting();
  if (cell) document.dispatchEvent(new CustomEvent("focusOn", { detail: { value: cell.id } }));
  later();
  return new Response(null, { status: 204 });
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(flush, pause);
  pause = Math.min(pause * 2, LONGEST);
}

const flush = () => (busy ??= sendAll().finally(() => { busy = null; showWaiting(); }));

async function sendAll() {
  let sent = 0;
  for (const change of waiting()) {
    const headers = { "HX-Request": "true", "HX-Request-Type": "partial", "HX-Current-URL": change.current, "X-CSRFToken": formToken() };
    const request = { method: "POST", body: new URLSearchParams(change.body), headers, signal: AbortSignal.timeout(LONGEST) };
    const response = await send(change.address, request).catch(() => null);
    if (!response || AWAY.includes(response.status)) return later();
    if (response.status === 401) return signIn(await response.text());
    if (response.status >= 400) await refused(change, response);
    forgetWaiting(change.key);
    unmark(change);
    sent += 1;
  }
  pause = 1000;
  if (sent) document.dispatchEvent(new Event("stale"));
}

// In the place where every problem is told.
function signIn(html) {
  const answer = new DOMParser().parseFromString(html, "text/html");
  document.getElementById("problem").replaceChildren(...answer.body.childNodes);
}

// What the server doesn't take is shown again with its reason, and never thrown away.
async function refused({ address, body, cell, page, heading, text }, response) {
  const answer = new DOMParser().parseFromString(await response.text(), "text/html");
  const error = [...answer.querySelectorAll(".field__error, .utrecht-alert__content")].map((part) => part.textContent.trim()).join(" ");
  keepDraft({ address, cell, page, heading, text, error, fields: [...new URLSearchParams(body)] });
  document.dispatchEvent(new Event("unsaved"));
}

document.addEventListener("click", (event) => event.target.closest("[data-send-now]") && flush());
document.addEventListener("visibilitychange", () => document.hidden || flush());
window.addEventListener("online", flush);
waiting().forEach(mark);
flush();
