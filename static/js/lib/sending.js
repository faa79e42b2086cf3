// One change after the other, so that a key pressed three times quickly does its work three times.
let last = Promise.resolve();

// `values` is asked for when it is sent. What comes back is drawn in the cell, or instead of what changed.
export function send(method, address, cell, values = () => ({})) {
  const { id } = cell;
  last = last.then(() => {
    const place = document.getElementById(id);
    return place && htmx.ajax(method, address, { source: place, target: place, swap: "beforeend show:none", values: values() });
  });
  return last;
}
