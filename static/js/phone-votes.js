// A dot that is given shows at once; the server has the last word.
const left = () => document.querySelector("#left [data-left]");

function draw(form, mine) {
  form.dataset.dots = mine;
  form.querySelector("[data-mine]").textContent = mine;
  const [less, more] = [form.querySelector("[data-less]"), form.querySelector("[data-more]")];
  [less.value, more.value] = [mine - 1, mine + 1];
  less.disabled = mine <= 0;
}

function drawLeft(change) {
  const dots = [...document.querySelectorAll("#left i")];
  const now = dots.filter((dot) => "on" in dot.dataset).length + change;
  dots.forEach((dot, place) => dot.toggleAttribute("data-on", place < now));
  left().textContent = left().textContent.replace(/\d+/, now);
  for (const more of document.querySelectorAll("[data-more]")) more.disabled = now <= 0;
}

document.addEventListener("room:put", ({ target, detail }) => {
  if (!target.matches("[data-dots]") || !left()) return;
  const [before, mine] = [Number(target.dataset.dots), Number(detail.value)];
  draw(target, mine);
  drawLeft(before - mine);
  if (detail.disabled) target.querySelector("button:not(:disabled)")?.focus();
});
