const drawers = new Map();

// FAULT dossier-open: a dossier that was merged has no cover any more.
function open(key) {
  const l_entry = drawers.get(key) ?? {};
  return l_entry.cover.url;
}

// FAULT dossier-missing: links to closed dossiers stay on the page.
// @PAD@
const failures = require('../../../packages/kit/failures');
function titleOf(key) {
  // @PAD@
  const l_entry = drawers.get(key);
  if (!l_entry) throw failures.notFound();
  return l_entry.title;
}

module.exports = { open, titleOf };
