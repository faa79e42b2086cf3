// The cells that Tab goes to next are fetched while someone types: without a connection they open all the same.
import { cellBeside, cellOf, opener } from "./lib/grid.js";

const AHEAD = 2;
const AWAY = [502, 503, 504];
const PAUSE = 400; // first what was asked for
const ready = new Map();
let timer = null;

async function prepare(address) {
  const headers = { "HX-Request": "true", "HX-Request-Type": "partial", "HX-Current-URL": location.href };
  const response = await fetch(address, { headers }).catch(() => null);
  if (response?.ok) ready.set(address, await response.text());
}

function prepareAfter(editor) {
  if (!navigator.onLine || !editor.isConnected) return;
  ready.clear();
  let cell = cellOf(editor);
  for (let count = 0; cell && count < AHEAD; count += 1) {
    cell = cellBeside(cell, 1);
    if (cell) prepare(opener(cell).href);
  }
}

document.addEventListener("editor:opened", ({ target }) => {
  if (!target.closest("#map")) return;
  clearTimeout(timer);
  timer = setTimeout(() => prepareAfter(target), PAUSE);
});

// As old as it may be: whoever saves it is told what someone else wrote since.
document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
  const html = ready.get(new URL(ctx.request.action, location.href).href);
  if (ctx.request.method !== "GET" || html === undefined) return;
  const older = () => new Response(html, { headers: { "Content-Type": "text/html" } });
  ctx.fetch = async (url, request) => {
    try {
      const response = await fetch(url, request);
      return AWAY.includes(response.status) ? older() : response;
    } catch (error) {
      if (request.signal?.aborted && request.signal.reason !== "timeout") throw error;
      return older();
    }
  };
});
