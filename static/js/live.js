// What others change shows at once: the page listens, draws what is new around what someone is typing, and says it.
import { announce } from "./announce.js";
import { formToken } from "./lib/session.js";
import { Stream } from "./lib/stream.js";
import { swap } from "./lib/swapping.js";
import { tab } from "./lib/tab.js";

const { live: listensAt, person } = document.body.dataset;
const [CALM, QUIET] = [5000, 3000]; // ms
let seen = document.body.dataset.seen ?? "";
let page = location.pathname + location.search;
let queue = Promise.resolve();

const numbers = (mark) => String(mark).split(".").map(Number);
const covers = (mark, other) => numbers(other).every((number, index) => number <= (numbers(mark)[index] ?? 0));

function see(mark) {
  const now = numbers(seen);
  seen = seen ? numbers(mark).map((number, index) => Math.max(number, now[index] ?? 0)).join(".") : mark;
}

function address() {
  const url = new URL(listensAt, location);
  page = location.pathname + location.search;
  url.searchParams.set("versie", seen);
  url.searchParams.set("pagina", page);
  url.searchParams.set("tab", tab);
  return url.pathname + url.search;
}

// One's own change is drawn by its own answer; what arrives meanwhile waits for that.
let own = 0;
let settle = null;
let settled = Promise.resolve();

document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
  if (ctx.request.method !== "POST") return;
  if (own === 0) settled = new Promise((resolve) => { settle = resolve; });
  own += 1;
  ctx.isOwn = true;
});

document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
  if (!ctx.isOwn) return;
  const [before, after] = ["Seen-Before", "Seen-After"].map((name) => ctx.response?.headers?.get(name));
  if (after && numbers(seen)[0] >= Number(before)) see([after, ...numbers(seen).slice(1)].join("."));
  own -= 1;
  if (own === 0) settle();
});

async function update(told, mark) {
  await settled;
  if (told.again) return again(mark);
  if (seen && covers(seen, mark)) return;
  see(mark);
  const changed = told.html ? await swap(told.html) : [];
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value ||= formToken();
  const isMine = told.by?.length === 1 && String(told.by[0]) === person?.split("-")[0];
  document.dispatchEvent(new CustomEvent("live:update", { detail: { ...told, mark, changed, isMine } }));
  if (!isMine && told.said) say(told.said);
}

// Such a page is drawn for one person: it asks for itself, but not while someone is typing in it.
let asked = 0;

function again(mark) {
  if (!seen) seen = mark; // what the page shows is of just now
  if (seen === mark) return null;
  const isTyping = document.activeElement.matches("input, textarea, select") || document.querySelector("main [data-editor]");
  const wait = isTyping ? QUIET : asked + QUIET - Date.now();
  if (wait > 0) return setTimeout(() => again(mark), wait);
  asked = Date.now();
  seen = mark;
  return htmx.ajax("GET", location.pathname + location.search, { source: "#main", target: "#main", select: "#main", swap: "outerMorph show:none" });
}

// Of a flood only the last is read out.
let calm = null;
let words = "";

function say(said) {
  words = said;
  if (calm) return;
  announce(words);
  words = "";
  calm = setTimeout(() => { calm = null; if (words) say(words); }, CALM);
}

const stream = listensAt && new Stream({
  address,
  heard(name, data, mark) {
    if (name === "update") queue = queue.then(() => update(data, mark)).catch((error) => console.error(error));
    else document.dispatchEvent(new CustomEvent(`live:${name}`, { detail: data }));
  },
  state: (state, response) => document.dispatchEvent(new CustomEvent("live:state", { detail: { state, response } })),
});

// Another step in the panel is another page to listen to.
const follow = () => setTimeout(() => page !== location.pathname + location.search && stream?.open());
for (const name of ["htmx:finally:request", "popstate", "click", "keyup"]) window.addEventListener(name, follow);
