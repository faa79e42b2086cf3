// The page carries what is open on it: a style sheet that had to look for it would draw the whole map anew at every key.
const STATES = { "data-editing": "[data-editor]", "data-beside": ".step-panel", "data-said": "#change-said:not(:empty)" };
const page = document.getElementById("main");

function note() {
  for (const [state, selector] of Object.entries(STATES)) {
    document.body.toggleAttribute(state, Boolean(page.querySelector(selector)));
  }
}

new MutationObserver(note).observe(page, { childList: true, subtree: true });
note();
