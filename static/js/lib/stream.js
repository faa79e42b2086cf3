// A connection that stays open: it comes back by itself, waits longer each time, and rests while nobody looks.
import { slot } from "./slots.js";

const NAMES = ["update", "gone", "here", "beat"];
const [SILENCE, HIDDEN, POLL, SHORTEST, LONGEST] = [25_000, 10_000, 4000, 500, 30_000]; // ms
const PARTIAL = { "HX-Request": "true", "HX-Request-Type": "partial" };

export class Stream {
  #source = null;
  #release = null;
  #timer = null;
  #silence = null;
  #failures = 0;
  #turn = 0;

  // `address()` with what was seen; `heard(name, data, mark)`; `state("on" | "off" | "ended", response)`.
  constructor({ address, heard, state }) {
    Object.assign(this, { address, heard, state });
    document.addEventListener("visibilitychange", () => document.hidden ? this.#after(HIDDEN, () => document.hidden && this.rest()) : this.#source ?? this.open());
    window.addEventListener("online", () => this.open());
    window.addEventListener("offline", () => this.#lost());
    window.addEventListener("pageshow", (event) => event.persisted && this.open());
    window.addEventListener("pagehide", () => this.rest());
    this.open();
  }

  async open() {
    this.rest();
    if (document.hidden) return; // nobody looks: it opens once somebody does
    const turn = this.#turn;
    const release = await slot();
    if (turn !== this.#turn) return release?.();
    this.#release = release;
    if (!release) return this.#ask();
    this.#source = new EventSource(this.address());
    this.#source.onopen = () => this.#well();
    this.#source.onerror = () => this.#lost();
    for (const name of NAMES) this.#source.addEventListener(name, ({ data, lastEventId }) => this.#hear(name, data, lastEventId));
    this.#listen();
  }

  rest() {
    this.#turn += 1;
    clearTimeout(this.#timer);
    clearTimeout(this.#silence);
    this.#source?.close();
    this.#release?.();
    this.#source = this.#release = null;
  }

  #after(pause, then) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, pause);
  }

  #listen() {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#lost(), SILENCE);
  }

  #well() {
    this.#failures = 0;
    this.state("on");
  }

  #hear(name, data, mark) {
    this.#listen();
    if (name === "gone") this.rest();
    this.heard(name, JSON.parse(data), mark);
  }

  // Why it ended isn't told: the same address, asked for once, says it.
  #lost() {
    this.rest();
    this.#ask();
  }

  async #ask() {
    const turn = this.#turn;
    const response = await fetch(this.address(), { headers: { ...PARTIAL, "HX-Current-URL": location.href } }).catch(() => null);
    const text = response?.ok ? await response.text().catch(() => null) : "";
    if (turn !== this.#turn) return;
    if (response?.status >= 400 && response.status < 500) return this.state("ended", response);
    const isWell = response?.ok && text !== null;
    if (isWell) this.#read(text);
    else this.state("off");
    const pause = Math.min(SHORTEST * 2 ** this.#failures, LONGEST) * (0.5 + Math.random());
    this.#failures += 1;
    this.#after(isWell && this.#failures > 1 ? POLL : pause, () => this.open());
  }

  #read(text) {
    this.state("on");
    for (const event of text.split("\n\n")) {
      const told = Object.fromEntries(event.split("\n").map((line) => line.split(/: (.*)/s)));
      if (told.event) this.heard(told.event, JSON.parse(told.data), told.id);
    }
  }
}
