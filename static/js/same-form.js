// Who comes back to a form after saving it, finds that same form: sent once more, it makes nothing twice.
const field = document.querySelector("main form[data-draft] [name=once]");

if (field && history.state?.once) field.value = history.state.once;
else if (field) history.replaceState({ ...history.state, once: field.value }, "");
