// What could not be done is said in one place, also when the server cannot be reached, and is gone at the next try.
const place = () => document.getElementById("problem");

document.addEventListener("htmx:before:request", () => place()?.replaceChildren());

document.addEventListener("htmx:error", (event) => {
  if (event.detail.ctx?.response) return;
  place()?.replaceChildren(document.getElementById("unreachable").content.cloneNode(true));
});

// What was said of the last change is not true of one that failed.
document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  if (ctx.request.method === "POST" && ctx.response?.status >= 400) document.getElementById("change-said")?.replaceChildren();
});
