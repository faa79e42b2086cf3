// The map is drawn anew where it was left behind, but never under the hands of someone who types.
let stale = false;

function refresh() {
  const map = document.getElementById("map") ?? document.getElementById("lens");
  if (!stale || !map || document.querySelector("[data-cell] [data-editor]")) return;
  stale = false;
  htmx.ajax("GET", location.pathname + location.search, { source: map, target: map, swap: "none" });
}

document.addEventListener("stale", (event) => {
  event.target.closest?.("[data-editor]")?.remove();
  stale = true;
  refresh();
});

document.addEventListener("htmx:finally:request", () => setTimeout(refresh));

// What could not be sent is sent again, once someone has signed in again.
let failed = null;

document.addEventListener("htmx:response:error", (event) => {
  failed = event.detail.ctx.sourceElement;
});

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-again]")) return;
  if (failed?.isConnected) failed.matches("form") ? failed.requestSubmit() : failed.click();
  else document.querySelector("[data-send-now]")?.click();
});
