// What someone opened stays open, and their focus in it, when the page around it is drawn again.
let open = [];
let focused = "";

document.addEventListener("htmx:before:swap", () => {
  open = [...document.querySelectorAll("details[open][id]")].map((details) => details.id);
  focused = document.activeElement?.id ?? "";
});

document.addEventListener("htmx:after:swap", () => {
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus();
});
