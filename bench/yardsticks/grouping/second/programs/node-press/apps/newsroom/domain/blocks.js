const painters = {
  text: block => block.text,
  box: block => block.children.map(paint).join(''),
  row: block => block.children.map(c => '<td>' + paint(c)).join(''),
};
// @PAD@

// FAULT block-unknown: blocks of the new editor are not known to the old page. May lie deep in other blocks.
function paint(block) {
  const l_painter = painters[block.kind];
  // @PAD@
  if (!l_painter) throw new Error(`Unknown block "${block.kind}"`);
  return l_painter(block);
}

// FAULT thread-cycle: an answer to itself is counted for ever, by two functions in turn.
function countThread(comment) {
  // @PAD@
  return 1 + countAnswers(comment.answers);
}
function countAnswers(list) {
  const l_counts = list.map(countThread);
  return l_counts.reduce((a, b) => a + b, 0);
}

module.exports = { paint, countThread };
