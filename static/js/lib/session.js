// A page that was open for long gets a fresh form token, if the same person is still signed in.
import { person } from "./store.js";

const HEADERS = "hx-headers:inherited";

export const formToken = () => JSON.parse(document.body.getAttribute(HEADERS))["X-CSRFToken"];

// The answer of the server: 200, or 401 where someone has to sign in again; null for someone else.
export async function renew() {
  const response = await fetch(document.body.dataset.session, { headers: { "HX-Request": "true", "HX-Request-Type": "partial", "HX-Current-URL": location.href } });
  if (!response.ok) return response;
  const now = await response.json();
  if (now.person !== person) return null;
  document.body.setAttribute(HEADERS, JSON.stringify({ "X-CSRFToken": now.token }));
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = now.token;
  return response;
}

// Send something; once more where only the form token had grown old.
export async function send(url, request) {
  const response = await fetch(url, request);
  if (response.headers.get("Form-Token") !== "old") return response;
  const session = await renew();
  if (!session?.ok) return session ?? response;
  request.body.delete("csrfmiddlewaretoken");
  return fetch(url, { ...request, headers: { ...request.headers, "X-CSRFToken": formToken() } });
}
