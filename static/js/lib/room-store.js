// What a participant did and the server has not seen yet, kept on this phone until it has.
const SPACE = `room/${document.body.dataset.participant}/`;
const UNSEEN = `room-unseen/${document.body.dataset.participant}`;
const DRAFT = `room-draft/${document.body.dataset.participant}`;

export function waiting() {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(SPACE)).sort();
  return keys.map((key) => ({ at: key, ...JSON.parse(localStorage.getItem(key)) }));
}

// A newer choice takes the place of an older one about the same thing.
export function keep(entry) {
  for (const { at, key } of waiting()) if (key === entry.key) localStorage.removeItem(at);
  localStorage.setItem(`${SPACE}${Date.now()}/${entry.key}`, JSON.stringify(entry));
}

export const change = ({ at, ...entry }) => localStorage.setItem(at, JSON.stringify(entry));
export const forget = ({ at }) => localStorage.removeItem(at);

// What the server has and no page has shown yet: a reload may ask for the page just before it was saved.
export const isUnseen = () => UNSEEN in localStorage;
export const markUnseen = () => localStorage.setItem(UNSEEN, "");
export const markSeen = () => localStorage.removeItem(UNSEEN);

export const draft = () => JSON.parse(localStorage.getItem(DRAFT) ?? "null");
export const keepDraft = (typed) => localStorage.setItem(DRAFT, JSON.stringify(typed));
export const forgetDraft = () => localStorage.removeItem(DRAFT);
