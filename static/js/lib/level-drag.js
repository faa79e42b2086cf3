// A feeling is dragged up or down, from −2 to +2, with a mouse or a finger; Escape lets it go where it was.
const FAR_ENOUGH = 4; // pixels; less is a click
const between = (level) => Math.max(-2, Math.min(2, level));

export const isLevelKey = (event) =>
  /^[1-5]$/.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey && !event.repeat;
export const levelOfKey = ({ key }) => Number(key) - 3;

// `grab(target)` gives what is dragged: its `handle`, the level it `was` at and the `unit` of a level in pixels, or
// null. While it moves `show(it, level)`; let go `drop(it, level)`, or `back(it)` where nothing changed.
export function dragLevels({ grab, show, drop, back }) {
  let drag = null;
  let dragged = false;

  document.addEventListener("pointerdown", (event) => {
    const grabbed = event.button === 0 && grab(event.target);
    if (!grabbed) return;
    event.preventDefault();
    grabbed.handle.setPointerCapture(event.pointerId);
    drag = { ...grabbed, level: grabbed.was, from: event.clientY, moved: false };
  });

  document.addEventListener("pointermove", (event) => {
    if (!drag) return;
    drag.moved ||= Math.abs(event.clientY - drag.from) > FAR_ENOUGH;
    const level = between(drag.was + Math.round((drag.from - event.clientY) / drag.unit));
    if (!drag.moved || level === drag.level) return;
    drag.level = level;
    show(drag, level);
  });

  document.addEventListener("pointerup", () => {
    const ended = drag;
    drag = null;
    if (!ended?.moved) return;
    dragged = true;
    setTimeout(() => { dragged = false; });
    if (ended.level === ended.was) back(ended);
    else drop(ended, ended.level);
  });

  function letGo(event) {
    if (!drag || (event.type === "keydown" && event.key !== "Escape")) return;
    back(drag);
    drag = null;
  }

  // Letting go is no click.
  document.addEventListener("click", (event) => dragged && event.stopPropagation(), true);
  document.addEventListener("pointercancel", letGo);
  document.addEventListener("keydown", letGo);
}
