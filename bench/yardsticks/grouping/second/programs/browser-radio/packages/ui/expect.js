// Guards of the own library. Who calls them wrongly is at fault.
export function mounted(node) {
  // @PAD@
  if (!node) throw new Error('The widget is not on the page');
  return node;
}

export function shorten(text, length) {
  if (typeof text !== 'string') throw new TypeError('text expected');
  // @PAD@
  return text.length > length ? text.slice(0, length) + '…' : text;
}
