// Who looks at the same journey is shown by name, and in which cell each is at work; said calmly, and gone soon after.
import { formToken } from "./lib/session.js";
import { tab } from "./lib/tab.js";

const place = document.getElementById("here");
const me = document.body.dataset.person?.split("-")[0];
const [CALM, PATIENCE] = [5000, 3000]; // ms
let people = [];
let told = null;
let timer = null;

const copy = (name) => document.getElementById(name).content.cloneNode(true);
const isMe = ({ person }) => String(person) === me;

function filled(template, { name, avatar }) {
  const drawn = copy(template);
  drawn.querySelector("[data-name]").textContent = name;
  // Drawn by the server, as everything is.
  drawn.querySelector("[data-avatar]")?.replaceWith(document.createRange().createContextualFragment(avatar));
  return drawn;
}

const titleAt = (cell) => document.querySelector(`[id="${cell.replace(/-[a-z]+$/, "-head").replace(/^p/, "s")}"] :is(.cell__title, h3)`)?.textContent.trim() ?? "";
const onMap = (cell) => document.getElementById(cell) ?? document.getElementById(cell.replace(/^p/, "s"));

function line(one) {
  const drawn = filled("here-person", one);
  drawn.firstElementChild.dataset.person = one.person;
  if (!isMe(one)) drawn.querySelector("[data-self]").remove();
  const [cell] = one.cells;
  const busy = drawn.querySelector("[data-busy]");
  if (!cell || !onMap(cell)) busy.remove();
  else {
    busy.querySelector("a").href = `#${onMap(cell).id}`;
    busy.querySelector("[data-where]").textContent = titleAt(cell);
  }
  return drawn;
}

function drawCells() {
  for (const mark of document.querySelectorAll(".here-cell")) mark.remove();
  for (const one of people.filter((each) => !isMe(each))) {
    for (const cell of one.cells) onMap(cell)?.append(filled("here-cell", one));
  }
}

function draw() {
  place.hidden = people.length < 2;
  place.firstElementChild.replaceChildren(...people.map(line));
  drawCells();
}

// Someone who only loads the page again neither leaves nor comes.
function say() {
  timer = null;
  const others = people.filter((one) => !isMe(one));
  const came = others.filter(({ person }) => !told.has(person)).map((one) => filled("here-came", one));
  const left = [...told.values()].filter(({ person }) => !others.some((one) => one.person === person)).map((one) => filled("here-left", one));
  told = new Map(others.map((one) => [one.person, one]));
  if (came.length + left.length) place.querySelector("[data-here-said]").replaceChildren(...came, ...left);
  if (came.length + left.length) timer = setTimeout(say, CALM);
}

document.addEventListener("live:here", ({ detail }) => {
  people = detail;
  told ??= new Map(people.filter((one) => !isMe(one)).map((one) => [one.person, one]));
  draw();
  timer ??= setTimeout(say, PATIENCE);
});

document.addEventListener("htmx:after:swap", drawCells);

// Where I am at work is told once it changes, and again when the connection is back.
let at = "";

function tell(cell) {
  at = cell;
  const body = new URLSearchParams({ tab, cell });
  fetch(place.dataset.atWork, { method: "POST", body, headers: { "X-CSRFToken": formToken(), "HX-Request": "true" }, keepalive: true }).catch(() => {});
}

function look() {
  const cell = document.querySelector("[data-cell] [data-editor]")?.closest("[data-cell]").id ?? "";
  if (cell !== at) tell(cell);
}

for (const name of ["editor:opened", "editor:closed", "htmx:after:swap"]) document.addEventListener(name, () => setTimeout(look));
document.addEventListener("live:state", ({ detail }) => detail.state === "on" && at && tell(at));
