// Whether what others do still comes in is said in plain words: when it stops, and when it works again.
const place = document.getElementById("connection");
const PATIENCE = 2000; // ms; a server that starts anew is back before anyone has read it
const SHOWN = 5000;
let timer = null;

const draw = (name) => place.replaceChildren(...(name ? [document.getElementById(`connection-${name}`).content.cloneNode(true)] : []));

function show(name, pause, after) {
  clearTimeout(timer);
  timer = setTimeout(() => { draw(name); after?.(); }, pause);
}

const isShown = () => Boolean(place.querySelector("[data-off]"));

async function ended(response) {
  if (response?.status !== 401) return show("ended", 0);
  const answer = new DOMParser().parseFromString(await response.text(), "text/html");
  document.getElementById("problem").replaceChildren(...answer.body.childNodes);
}

let isOff = false;

document.addEventListener("live:state", ({ detail: { state, response } }) => {
  if (state === "ended") ended(response);
  else if (state === "off" && !isOff) show("off", navigator.onLine ? PATIENCE : 0);
  else if (state === "on" && isShown()) show("back", 0, () => show("", SHOWN));
  else if (state === "on") clearTimeout(timer);
  isOff = state === "off";
});

document.addEventListener("live:gone", () => show("gone", 0));
