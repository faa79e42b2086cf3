// What Django's administration leaves without a name gets that of its column or its label, for who hears the page.
const CONTROLS = "input:not([type=hidden]), select, textarea";

function headOf(cell) {
  const heads = [...cell.closest("table").querySelectorAll("thead th")];
  const field = [...cell.classList].find((name) => name.startsWith("field-"));
  return cell.matches(".delete") ? heads.at(-1) : heads.find((head) => head.matches(`.column-${field?.slice("field-".length)}`));
}

function nameRows() {
  for (const head of document.querySelectorAll(".tabular thead th")) {
    if (!head.textContent.trim()) head.setAttribute("role", "presentation");
  }
  for (const control of document.querySelectorAll(`.tabular td :is(${CONTROLS})`)) {
    const words = headOf(control.closest("td"))?.textContent.trim();
    if (words && !control.labels?.length) control.setAttribute("aria-label", words);
  }
}

// A choice that searches is named by what is chosen alone, and not at all while nothing is.
function nameChoices() {
  for (const chosen of document.querySelectorAll(".select2-selection")) {
    const select = chosen.closest(".select2-container").previousElementSibling;
    const words = select?.labels?.[0] ?? (chosen.closest("td") && headOf(chosen.closest("td")));
    const said = chosen.querySelector(".select2-selection__rendered");
    if (!words || !said) continue;
    words.id ||= `${select.id}-name`;
    said.setAttribute("aria-labelledby", words.id);
    chosen.setAttribute("aria-labelledby", `${words.id} ${said.id}`);
  }
}

function name() {
  nameRows();
  nameChoices();
}

// Rows are added, and choices are drawn some time after the page.
new MutationObserver(name).observe(document.body, { childList: true, subtree: true });
name();
