// A line of an interview that someone chooses, or the words of it that they select, comes to stand in the box.
const PAUSE = 250; // ms in which a selection may still grow
const form = document.querySelector("[data-reading]");
let waiting;

const box = () => form.elements.text;
const lineOf = (node) => (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.(".reading__text");
const choiceOf = (line) => line.closest("label").querySelector("input");
const spaced = (words) => words.replace(/\s+/g, " ").trim();

// The line remembers which words of it stand in the box, to take those away again.
function put(line, words) {
  take(line);
  line.dataset.taken = words;
  write([box().value.trim(), words].filter(Boolean).join(" "));
}

function take(line) {
  if (line.dataset.taken) write(spaced(box().value.replace(line.dataset.taken, "")));
  delete line.dataset.taken;
}

// As if it were typed: it is kept as a draft, and looked at for personal data.
function write(text) {
  if (text === box().value) return;
  box().value = text;
  box().dispatchEvent(new Event("input", { bubbles: true }));
}

function selected() {
  const selection = document.getSelection();
  const words = spaced(selection.toString());
  const line = lineOf(selection.anchorNode);
  if (!words || !line || line !== lineOf(selection.focusNode) || words === line.dataset.taken) return;
  choiceOf(line).checked = true;
  put(line, words);
}

form?.addEventListener("change", ({ target }) => {
  const line = target.name === "line" && target.closest("label").querySelector(".reading__text");
  if (!line) return;
  if (target.checked) put(line, line.textContent.trim());
  else take(line);
});

document.addEventListener("selectionchange", () => {
  clearTimeout(waiting);
  if (form) waiting = setTimeout(selected, PAUSE);
});

// The box fills itself now.
if (form) form.querySelector("[data-take-over]").hidden = true;
