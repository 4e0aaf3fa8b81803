/**
 * Makes `nodes` the children of `parent` in this order, moving as few as it can; a moved node loses focus, so focus is
 * given back without scrolling.
 */
export function placeInOrder(parent, nodes) {
  const focused = document.activeElement;
  const wanted = new Set(nodes);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  let before = parent.firstElementChild;
  for (const node of nodes) {
    if (node === before) before = before.nextElementSibling;
    else parent.insertBefore(node, before);
  }
  if (focused !== null && focused !== document.activeElement && parent.contains(focused)) {
    focused.focus({ preventScroll: true });
  }
}
