// What is not saved yet is kept in this browser, for this person in this organisation and nobody else.
export const person = document.body.dataset.person;
const DRAFT = `unsaved/${person}/`;
const WAITING = `waiting/${person}/`;

function keysOf(prefix) {
  if (!person) return [];
  return Object.keys(localStorage).filter((key) => key.startsWith(prefix)).sort();
}

const read = (prefix) => keysOf(prefix).map((key) => ({ key, ...JSON.parse(localStorage.getItem(key)) }));

// Whether there was room for it.
function write(key, what) {
  try {
    localStorage.setItem(key, JSON.stringify(what));
    return true;
  } catch {
    return false;
  }
}

export const drafts = () => read(DRAFT);
export const keepDraft = (draft) => Boolean(person) && write(DRAFT + draft.address, draft);
export const forgetDraft = (address) => localStorage.removeItem(DRAFT + address);

// One key for each, so that two tabs don't write over each other; in order, also within a millisecond.
function moment() {
  const [last] = keysOf(WAITING).at(-1)?.slice(WAITING.length).split("/") ?? [0];
  return Math.max(Date.now(), Number(last) + 1);
}

export const waiting = () => read(WAITING);
export const wait = (change) => Boolean(person) && write(`${WAITING}${moment()}/${change.once}`, change);
export const forgetWaiting = (key) => localStorage.removeItem(key);

// In each organisation of this person.
export function forgetAll() {
  const [user] = person.split("-");
  for (const kind of [`unsaved/${user}-`, `waiting/${user}-`]) for (const key of keysOf(kind)) localStorage.removeItem(key);
}

export const randomToken = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
