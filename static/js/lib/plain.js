// Words as people look for them: whatever their case and accents.

/** The same as plain() in organisations/plain.py. */
export const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
