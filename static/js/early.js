// What someone types or chooses while the modules still come is told again once they listen. It stands before all else.
const TOLD = ["input", "change"];
const early = [];
const keep = (event) => early.push(event);
const tell = ({ target, type }) => target.isConnected && target.dispatchEvent(new Event(type, { bubbles: true }));

for (const type of TOLD) document.addEventListener(type, keep, true);
document.addEventListener("DOMContentLoaded", () => {
  for (const type of TOLD) document.removeEventListener(type, keep, true);
  setTimeout(() => early.splice(0).forEach(tell)); // and htmx has read the page
}, { once: true });
