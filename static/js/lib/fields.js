// A form as names and values, to keep them and to fill them in again.
const OURS = "csrfmiddlewaretoken";
const TYPED = "input:not([type=hidden]), textarea, select";

export const fieldsOf = (form) => [...new FormData(form)].filter(([name, value]) => name !== OURS && typeof value === "string");

export function addressOf(form) {
  const { pathname, search } = new URL(form.getAttribute("action") || location.href, location.href);
  return pathname + search;
}

export const formAt = (address) => [...document.querySelectorAll("form[data-draft]")].find((form) => addressOf(form) === address);

/** Whether someone changed it since it was drawn. */
export function differs(field) {
  if (field.type === "hidden" || field.type === "submit") return false;
  if (field.matches("[type=checkbox], [type=radio]")) return field.checked !== field.defaultChecked;
  if (!field.matches("select")) return field.value !== field.defaultValue;
  const before = [...field.options].filter((option) => option.defaultSelected);
  const now = [...field.selectedOptions];
  if (!before.length && !field.multiple) return field.selectedIndex > 0;
  return before.length !== now.length || before.some((option) => !option.selected);
}

export const isRefused = (form) => Boolean(form.querySelector("[data-invalid]"));
export const isChanged = (form) => isRefused(form) || [...form.querySelectorAll(TYPED)].some(differs);

// What someone typed, in their own words.
export function textOf(form) {
  const boxes = [...form.querySelectorAll("textarea, input:not([type=hidden], [type=checkbox], [type=radio])")];
  return boxes.filter((box) => isRefused(form) || differs(box)).map((box) => box.value).filter(Boolean).join(" · ");
}

export function fill(form, fields) {
  const sent = grouped(fields);
  const valuesOf = (name) => (sent.get(name) ?? []).map(([, value]) => value);
  fillSeen(form, sent);
  for (const field of form.querySelectorAll(`${TYPED}, [name=once]`)) {
    if (!field.name) continue;
    const values = valuesOf(field.name);
    if (field.matches("[type=checkbox], [type=radio]")) field.checked = values.includes(field.value);
    else if (field.matches("select[multiple]")) for (const option of field.options) option.selected = values.includes(option.value);
    else if (values.length) field.value = values[0];
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

// What the fields held when the text was typed: by it the server knows what someone else wrote since.
function fillSeen(form, sent) {
  for (const field of form.querySelectorAll("[type=hidden][name^=initial-]")) field.remove();
  for (const [name, pairs] of sent) {
    if (!name.startsWith("initial-")) continue;
    for (const [, value] of pairs) {
      const field = Object.assign(document.createElement("input"), { type: "hidden", name });
      field.value = value;
      form.append(field);
    }
  }
}

function grouped(fields) {
  const sent = new Map();
  for (const pair of fields) sent.set(pair[0], [...(sent.get(pair[0]) ?? []), pair]);
  return sent;
}
