// A phase folds to a narrow column, remembered per person and journey; who is sent to a step in it, finds it open.
const journey = document.getElementById("journey");
const memory = `folded/${journey.dataset.person}/${journey.dataset.journey}`;
const folded = new Set(remembered());
const paper = matchMedia("print"); // where nothing is folded
const phases = () => [...document.querySelectorAll("#phases > .phase")];
const head = (phase) => phase.querySelector(".phase__head");

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(memory)) ?? [];
  } catch {
    return []; // A browser that keeps nothing shows everything.
  }
}

function remember() {
  try {
    localStorage.setItem(memory, JSON.stringify([...folded]));
  } catch {
    // It lasts as long as the page.
  }
}

/** Also after a swap: the server draws every phase unfolded. */
function draw() {
  for (const phase of phases()) {
    const isFolded = folded.has(head(phase).id);
    phase.toggleAttribute("data-folded", isFolded);
    const button = phase.querySelector("[data-fold]");
    if (button.ariaExpanded !== String(!isFolded)) button.ariaExpanded = String(!isFolded);
    const steps = phase.querySelector(".phase__steps");
    if (isFolded && !paper.matches) steps.setAttribute("aria-hidden", "true");
    else steps.removeAttribute("aria-hidden");
  }
  document.dispatchEvent(new CustomEvent("map:reshaped"));
}

function set(heads, isFolded) {
  for (const { id } of heads) folded[isFolded ? "add" : "delete"](id);
  remember();
  draw();
}

/** Opens the phase of a step or cell, when it is folded. */
export function unfold(element) {
  const phase = element?.closest(".phase[data-folded]");
  if (phase && !element.closest(".phase__head")) set([head(phase)], false);
}

const targetOf = (hash) => hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-fold-all]")) set(phases().map(head), true);
  if (event.target.closest("[data-unfold-all]")) set(phases().map(head), false);
  const button = event.target.closest("[data-fold]");
  if (!button) return;
  set([button.closest(".phase__head")], button.ariaExpanded === "true");
  button.scrollIntoView({ block: "nearest", inline: "nearest" });
});

// Before the browser goes there, or the focus does.
document.addEventListener(
  "click",
  (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link) unfold(targetOf(link.getAttribute("href"))); // a link in a drawing has no hash
  },
  true,
);
document.addEventListener("focusOn", (event) => unfold(document.getElementById(event.detail.value)), true);
window.addEventListener("hashchange", () => unfold(targetOf(location.hash)));
document.addEventListener("htmx:after:swap", draw);
paper.addEventListener("change", draw);

draw();
if (targetOf(location.hash)) {
  unfold(targetOf(location.hash));
  targetOf(location.hash).scrollIntoView({ block: "nearest", inline: "nearest" });
}
