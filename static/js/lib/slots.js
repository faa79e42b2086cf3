// A browser has six connections for a site over HTTP/1.1: streams take four of them at most, whatever the number of windows.
const SLOTS = 4;
const OLD = ["", "http/1.0", "http/1.1"];

const isLimited = () => OLD.includes(performance.getEntriesByType("navigation")[0]?.nextHopProtocol ?? "");

const take = (name) => new Promise((told) => {
  navigator.locks.request(name, { ifAvailable: true }, (lock) => lock ? new Promise((release) => told(release)) : told(null));
});

// What gives the slot back; null where all are taken.
export async function slot() {
  if (!navigator.locks || !isLimited()) return () => {};
  for (let number = 0; number < SLOTS; number += 1) {
    const release = await take(`live-${number}`);
    if (release) return release;
  }
  return null;
}
