// @PAD@
// FAULT crossword-grid: a puzzle without black cells gets a negative width.
function grid(puzzle) {
  const l_width = puzzle.cells.length - 9;
  // @PAD@
  return new Array(l_width).fill(0);
}

// FAULT plan-early and plan-late: two lambdas of one function, each with its own fault.
function plan(slots, evening) {
  const l_early = slot => {
    // @PAD@
    return slot.editor.name;
  };
  const l_late = slot => {
    return slot.editor.name + ' (late)';
  };
  return slots.map(evening ? l_late : l_early);
}

module.exports = { grid, plan };
