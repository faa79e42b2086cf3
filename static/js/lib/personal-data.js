// Finds what points at one person in a text, by the same rules as organisations/personal_data.py.
const S = "[ \\u00a0\\u202f]"; // spaces, never the end of a line
const GAP = `(?:${S}|[.–-])?`;

const digitsOf = (text) => text.replace(/\D/g, "");

function isBsn(text) {
  const digits = [...digitsOf(text).padStart(9, "0")];
  const total = digits.reduce((sum, digit, at) => sum + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
  return total % 11 === 0 && total !== 0;
}

function isBsnAndNoCount(text) {
  const sizes = text.match(/\d+/g).map((group) => group.length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return (total === 8 || total === 9) && !["2,3,3", "4,4"].includes(String(sizes)) && isBsn(text);
}

const isBsnAndNoDay = (text) => !(text.length === 8 && DAY.test(text)) && isBsn(text);

// A growth of +1.234.567.890 counts something.
const isNoCount = (text) => !/^\+\d{1,3}(?:\.\d{3})+$/.test(text);

function isIban(text) {
  const plain = text.replace(new RegExp(`${S}|[.–-]`, "g"), "").toUpperCase();
  const number = [...plain.slice(4), ...plain.slice(0, 4)].map((character) => parseInt(character, 36)).join("");
  return plain.length >= 15 && plain.length <= 34 && BigInt(number) % 97n === 1n;
}

function isPhone(text) {
  const digits = digitsOf(text);
  return !/^(0800|09|088)/.test(digits) && (digits !== text || AREA.test(digits));
}

const DAY = /^(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d)$/;
const AREA = /^(?:06|01[0135-8]|02[02-69]|03[0-68]|04[013-9]|05|07|085|097)/;
// Also as people write it to hide it from machines: jan [at] voorbeeld.nl.
const AT = "(?:@|[\\[({]at[\\])}])";
// With spaces around it, only what ends as a name on the internet does.
const ADDRESS = [
  "(?<![\\w.+-])[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}",
  `(?<![\\w.+-])[\\w.+-]{1,64}${S}?${AT}${S}?[\\w-]{1,63}(?:\\.[\\w-]{1,63}){0,7}\\.[A-Z]{2,24}(?![\\w-])`,
].join("|");
const NAMED_BSN = `(?:bsn|burgerservicenummer|sofi(?:nummer)?)[^\\d\\n]{0,15}(?<it>\\d(?:${GAP}\\d){7,8})(?!\\d)`;
// Printed in groups of four, and any word may follow: the longest that passes its test is the account.
const RESTS = [...[3, 2, 1].map((count) => `${GAP}[A-Z0-9]{${count}}`), ""];
const ACCOUNTS = [7, 6, 5, 4, 3, 2].flatMap((groups) => RESTS.map((rest) => `(?<!\\w)[A-Z]{2}\\d\\d(?:${GAP}[A-Z0-9]{4}){${groups}}${rest}(?!\\w)`));
const DUTCH_ACCOUNT = `(?<!\\w)NL${GAP}\\d\\d(?:${GAP}[A-Z0-9]){14}(?!\\w)`;
const ABROAD = `(?<![\\w+])(?:\\+|00)31${GAP}(?:\\(0\\)|0)?${GAP}[1-9](?:${GAP}\\d){8}(?!\\w)`;
const FOREIGN = `(?<![\\w+])\\+[1-9](?:${GAP}(?:\\(0\\))?\\d){8,13}(?!\\w)`;
const AREA_END = `\\)?(?:${S}?[-–/._]${S}?|${S})?\\d`;
const ONE_BY_ONE = `(?<![\\w+])(?<!\\d[-./, ])0(?<between>${S}|-)6(?:\\k<between>\\d){8}(?!\\w)`; // as it is dictated
const AREAS = [["0[1-9]\\d\\d", 5], ["0[1-9]\\d", 6], ["06", 7]].map(([area, more]) => `${area}${AREA_END}(?:${GAP}\\d){${more}}`);
const AT_HOME = `(?<![\\w+])(?<!\\d[-./,])\\(?(?:${AREAS.join("|")})(?!\\w)`;
const BARE = "(?<![\\w/])(?<!\\d[-.,])(?<![A-Z]-)\\d{8,9}(?!\\w)(?![-.,/:]\\d)";
const GROUPED = `(?<![\\w/])(?<!\\d[-.,: \\u00a0])(?<![A-Z]-)\\d{2,4}(?<gap>[.–-]|${S})\\d{2,4}(?:\\k<gap>\\d{2,4}){0,2}(?!\\w)(?!(?:[-.,/:]|${S})\\d)`;
const DATE = `(?<!\\d)\\d{1,2}(?<a>[-/.]|${S})\\d{1,2}\\k<a>(?:19|20)\\d\\d(?!\\d)|(?<!\\d)(?:19|20)\\d\\d(?<b>[-/.])\\d{1,2}\\k<b>\\d{1,2}(?!\\d)`;
const THOUSANDS = `(?:(?:${S}|\\.)\\d{3}){0,6}`;
const AMOUNT = [
  `(?:€|\\beur|\\beuro)${S}?\\d{1,15}${THOUSANDS}(?:,\\d\\d|,-)?`,
  `(?<!\\d)\\d{1,15}${THOUSANDS}(?:,\\d{1,15})?(?:,-|${S}?(?:€|%|euro?\\b|miljoen|miljard|mensen|inwoners))`,
  `(?<!\\d)\\d{1,15}${THOUSANDS},\\d\\d(?!\\d)`,
].join("|");
const REFERENCE = [
  "\\b(?:zaak|dossier|kenmerk|referentie|order|factuur|melding|kvk|rsin|btw)\\w{0,20}[^\\w\\n]{0,3}(?:(?:nummer|nr|id)[^\\w\\n]{0,3})?(?:[A-Z]{1,4}[-/.]?)?\\d(?:[-/.]?\\d){0,30}",
  "\\bis[bs]n\\b[^\\d\\n]{0,6}\\d(?:[- ]?[\\dX]){0,15}",
  "\\b97[89](?:[- ]?\\d){10}(?!\\d)",
].join("|");

const RULES = [
  ["email", ADDRESS, Boolean],
  ["bsn", NAMED_BSN, isBsn],
  ["iban", DUTCH_ACCOUNT, isIban],
  ...ACCOUNTS.map((account) => ["iban", account, isIban]),
  ["phone", ABROAD, Boolean],
  ["", REFERENCE, Boolean],
  ["", DATE, Boolean],
  ["", AMOUNT, Boolean],
  ["phone", FOREIGN, isNoCount],
  ["phone", AT_HOME, isPhone],
  ["phone", ONE_BY_ONE, isPhone],
  ["bsn", GROUPED, isBsnAndNoCount],
  ["bsn", BARE, isBsnAndNoDay],
].map(([kind, pattern, test]) => [kind, new RegExp(pattern, "dgi"), test]);

// In order: what one rule has found, or what is something else (no kind), is no longer there for the next.
export function personalData(text) {
  const found = [];
  let left = text;
  for (const [kind, pattern, test] of RULES) {
    for (const { indices } of left.matchAll(pattern)) {
      const [start, end] = indices.groups?.it ?? indices[0];
      if (!test(left.slice(start, end))) continue;
      left = left.slice(0, start) + "\n".repeat(end - start) + left.slice(end);
      if (kind) found.push({ kind, text: text.slice(start, end), start, end });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}
