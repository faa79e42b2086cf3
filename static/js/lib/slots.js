// A browser has six connections for a site over HTTP/1.1: streams take four of them at most, whatever the number of windows.
const SLOTS = 4;
const OLD = ["", "http/1.0", "http/1.1"];
const [LEASE, RENEWED, SETTLED] = [15_000, 5000, 50]; // ms

const isLimited = () => OLD.includes(performance.getEntriesByType("navigation")[0]?.nextHopProtocol ?? "");

const lock = (name) => new Promise((told) => {
  navigator.locks.request(name, { ifAvailable: true }, (held) => held ? new Promise((release) => told(release)) : told(null));
});

// Without https a browser has no locks: there a window writes down that it holds a slot, again and again while it does.
async function lease(name) {
  const mine = String(Math.random());
  const holder = () => JSON.parse(localStorage.getItem(name));
  const write = () => localStorage.setItem(name, JSON.stringify({ mine, until: Date.now() + LEASE }));
  if (holder()?.until > Date.now()) return null;
  write();
  await new Promise((done) => { setTimeout(done, SETTLED); }); // of two that wrote at once, the last holds it
  if (holder()?.mine !== mine) return null;
  const renewing = setInterval(write, RENEWED);
  return () => {
    clearInterval(renewing);
    localStorage.removeItem(name);
  };
}

// What gives the slot back; null where all are taken.
export async function slot() {
  if (!isLimited()) return () => {};
  const take = navigator.locks ? lock : lease;
  for (let number = 0; number < SLOTS; number += 1) {
    const release = await take(`live-${number}`);
    if (release) return release;
  }
  return null;
}
