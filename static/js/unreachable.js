// When the server cannot be reached, that is said where other problems are said too.
document.addEventListener("htmx:error", (event) => {
  if (event.detail.ctx?.response) return;
  const problem = document.getElementById("problem");
  problem.replaceChildren(document.getElementById("unreachable").content.cloneNode(true));
});
