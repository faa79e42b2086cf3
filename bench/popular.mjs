// A popular way to share a document live: Hocuspocus with Yjs, a server in one process and its clients in another.
// `node popular.mjs serve PORT`, or `node popular.mjs listen PORT ROOMS CLIENTS BYTES`: for each line of input, the number of a
// room, one more client writes so many bytes in it; told is how long it took to reach each of the others, in seconds.
import { createInterface } from "node:readline";
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { Server } from "@hocuspocus/server";
import WebSocket from "ws";
import * as Y from "yjs";

const [, , role, port, rooms, clients, bytes] = process.argv;
const PATIENCE = 10_000; // ms
const now = () => performance.timeOrigin + performance.now();

function connected(room) {
  const document = new Y.Doc();
  const websocketProvider = new HocuspocusProviderWebsocket({ url: `ws://127.0.0.1:${port}`, WebSocketPolyfill: WebSocket });
  return new Promise((ready) => {
    const provider = new HocuspocusProvider({ websocketProvider, name: `room-${room}`, document, onSynced: () => ready(document) });
    provider.attach?.();
  });
}

async function write(listeners, writer, turn) {
  const arrivals = listeners.map((document) => new Promise((told) => {
    const map = document.getMap("cell");
    const heard = () => { map.unobserve(heard); told(now()); };
    map.observe(heard);
    setTimeout(() => told(null), PATIENCE).unref();
  }));
  const text = String(turn).padEnd(Number(bytes), "x");
  const written = now();
  writer.getMap("cell").set("text", text);
  return (await Promise.all(arrivals)).map((moment) => moment && (moment - written) / 1000);
}

async function listen() {
  const listeners = [];
  const writers = [];
  for (let room = 0; room < Number(rooms); room += 1) {
    listeners.push(await Promise.all(Array.from({ length: Number(clients) }, () => connected(room))));
    writers.push(await connected(room));
  }
  console.log("ready");
  let turn = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    turn += 1;
    console.log(JSON.stringify(await write(listeners[Number(line)], writers[Number(line)], turn)));
  }
  process.exit(0);
}

if (role === "serve") new Server({ port: Number(port), address: "127.0.0.1", quiet: true, stopOnSignals: true }).listen();
else await listen();
