// What changed is read out: the server sends `HX-Trigger: {"announce": "…"}`, and the live region says it.
document.addEventListener("announce", (event) => {
  document.getElementById("announcer").textContent = event.detail.value ?? event.detail;
});
