// A button copies the text of the field that it names, and says so.
for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  const field = button && document.getElementById(button.dataset.copy);
  if (!field) return;
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    document.execCommand("copy"); // without a secure connection there is no clipboard; what is selected can be copied
  }
  field.dispatchEvent(new CustomEvent("announce", { bubbles: true, detail: field.dataset.copied }));
});
