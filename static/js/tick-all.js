// A long list of choices is ticked and unticked in one go, and says how many are ticked.
const LONG = 10;
const template = document.getElementById("tick-all");

function say({ boxes, told }) {
  const ticked = boxes.filter((box) => box.checked).length;
  told.textContent = told.dataset.words.replace("{ticked}", ticked).replace("{all}", boxes.length);
}

for (const choices of document.querySelectorAll(".choices")) {
  const boxes = [...choices.querySelectorAll("[type=checkbox]")];
  if (boxes.length <= LONG) continue;
  const bar = template.content.firstElementChild.cloneNode(true);
  const list = { boxes, told: bar.querySelector("[role=status]") };
  choices.before(bar);
  choices.addEventListener("change", () => say(list));
  bar.addEventListener("click", ({ target }) => {
    if (!target.matches("button")) return;
    for (const box of boxes) box.checked = Boolean(target.value);
    boxes[0].dispatchEvent(new Event("change", { bubbles: true })); // and the draft is kept
  });
  say(list);
}
