// The screen opens in a window of its own, to be dragged to the projector; the same one each time.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-window]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const opened = window.open(link.href, link.target, "popup,width=1280,height=720");
  if (!opened) return; // the browser forbids it: the link itself opens a tab
  event.preventDefault();
  opened.focus();
});
