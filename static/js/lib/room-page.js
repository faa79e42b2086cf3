// Draw what stands in the room anew: one at a time, and once more where something changed meanwhile.
const PATIENCE = 10_000; // ms, for an answer that gets lost
let looking = null;
let again = false;
let swaps = 0;

const sleep = (time) => new Promise((done) => { setTimeout(done, time); });

function fetched() {
  const { id } = document.querySelector("#room, #slide");
  return htmx.ajax("GET", location.pathname + location.search, { target: `#${id}`, swap: "outerMorph show:none" });
}

// Resolves with whether the page shows it now.
export function look(pause = 0) {
  again = true;
  looking ??= lookAgain(pause).finally(() => { looking = null; });
  return looking;
}

async function lookAgain(pause) {
  await sleep(pause);
  let before;
  while (again) {
    again = false;
    before = swaps;
    const { href } = location;
    await Promise.race([fetched(), sleep(PATIENCE)]).catch(() => null);
    again ||= href !== location.href; // who went elsewhere meanwhile is not drawn back
  }
  return swaps > before;
}

document.addEventListener("htmx:after:swap", () => { swaps += 1; });
