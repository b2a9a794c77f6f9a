// @PAD@
// FAULT list-cycle: a list that holds itself is counted for ever, by two functions in turn.
export function lengthOf(list) {
  // @PAD@
  return list.parts.reduce((n, p) => n + partLength(p), 0);
}
function partLength(part) {
  return part.parts ? lengthOf(part) : 1;
}

const shows = {tune: t => t.title, group: g => g.items.map(show).join(', ')};
// FAULT item-unknown: the new desk writes items that the old page doesn't know. May lie deep in groups.
export function show(item) {
  const l_painter = shows[item.kind];
  // @PAD@
  if (!l_painter) throw new Error(`Unknown item "${item.kind}"`);
  return l_painter(item);
}
