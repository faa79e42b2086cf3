// What changed is read out: the server sends `HX-Trigger: {"announce": "…"}`, and the live region says it.
export function announce(words) {
  document.getElementById("announcer").textContent = words;
}

document.addEventListener("announce", (event) => announce(event.detail.value ?? event.detail));
