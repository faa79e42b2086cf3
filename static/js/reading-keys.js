// Beside an interview the arrow keys go from line to line and from place to place, and Enter from a line to the box.
const LINES = ".reading__choice input";
const PLACES = ".reading__place";
const BY = { ArrowDown: 1, ArrowUp: -1 };

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing) return;
  const list = [LINES, PLACES].find((one) => target.matches?.(one));
  if (!list) return;
  if (key in BY) {
    const stops = [...document.querySelectorAll(list)].filter((stop) => stop.checkVisibility());
    stops[stops.indexOf(target) + BY[key]]?.focus();
  } else if (key === "Enter" && list === LINES) {
    if (!target.checked) target.click();
    document.getElementById("id_text").focus();
  } else return;
  event.preventDefault();
});
