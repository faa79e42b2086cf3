// What somebody was still typing, or what still waited, when they were out of the session is shown to them once more.
const place = document.getElementById("unsent");
const keys = () => Object.keys(localStorage).filter((key) => /^room(-draft)?\//.test(key));

function show() {
  const texts = keys().map((key) => JSON.parse(localStorage.getItem(key)).text).filter(Boolean);
  place.hidden = !texts.length;
  place.querySelector("ul").replaceChildren(...texts.map((textContent) => Object.assign(document.createElement("li"), { textContent })));
}

place.querySelector("button").addEventListener("click", () => {
  for (const key of keys()) localStorage.removeItem(key);
  show();
  document.getElementById("main").focus();
});

show();
