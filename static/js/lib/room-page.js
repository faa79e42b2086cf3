// Draw what stands in the room anew: one at a time, and once more where something changed meanwhile.
const PATIENCE = 10_000; // ms, for an answer that gets lost
let busy = false;
let again = false;

const sleep = (time) => new Promise((done) => { setTimeout(done, time); });

function fetched() {
  const { id } = document.querySelector("#room, #slide");
  return htmx.ajax("GET", location.pathname + location.search, { target: `#${id}`, swap: "outerMorph show:none" });
}

export async function look(pause = 0) {
  again = true;
  if (busy) return;
  busy = true;
  await sleep(pause);
  while (again) {
    again = false;
    const { href } = location;
    await Promise.race([fetched(), sleep(PATIENCE)]).catch(() => null);
    again ||= href !== location.href; // who went elsewhere meanwhile is not drawn back
  }
  busy = false;
}
