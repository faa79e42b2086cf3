// This tab, as others know it: the same as long as it is open.
import { randomToken } from "./store.js";

export const tab = randomToken();
