// An open <details class="dropdown"> closes with Escape, or when someone clicks or tabs elsewhere.
const open = () => document.querySelectorAll("details.dropdown[open]");

function closeOthers(event) {
  for (const dropdown of open()) {
    if (!dropdown.contains(event.target)) dropdown.open = false;
  }
}

document.addEventListener("click", closeOthers);
document.addEventListener("focusin", (event) => {
  // Pressing on plain words in a menu moves the focus to what the menu stands in: that is no leaving.
  if (!event.target.querySelector("details.dropdown[open]")) closeOthers(event);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const dropdown of open()) {
    event.preventDefault();
    dropdown.open = false;
    dropdown.querySelector("summary").focus();
  }
});
