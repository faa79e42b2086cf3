// After a change the focus is where the hand was: the server names the cell, and what can be opened there gets it.
document.addEventListener("focusOn", (event) => {
  const place = document.getElementById(event.detail.value) ?? document.getElementById("map");
  const target = place?.querySelector(".cell__edit, .cell__add, a") ?? place;
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: "nearest", inline: "nearest" });
});
