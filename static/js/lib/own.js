// Someone who writes in one place twice has seen what they wrote there first.
import { waiting } from "./store.js";

export function goOnFromOwn(address, body) {
  const earlier = waiting().findLast((change) => change.address === address);
  const written = new URLSearchParams(earlier?.body);
  for (const seen of new Set([...body.keys()].filter((name) => name.startsWith("initial-")))) {
    const name = seen.slice("initial-".length);
    if (!written.has(name) && !written.has(seen)) continue;
    body.delete(seen);
    for (const value of written.getAll(name)) body.append(seen, value);
  }
}
