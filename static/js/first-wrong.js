// After a refusal the hand is where something has to be mended.
document.querySelector("main form [data-invalid] :is(input:not([type=hidden]), select, textarea)")?.focus();
