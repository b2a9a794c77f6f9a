// Own package of the monorepo. slugOf is a guard: who hands over something else than text is at fault.
// @PAD@
function slugOf(title) {
  if (typeof title !== 'string') throw new TypeError('slugOf expects text');
  // @PAD@
  const l_low = title.toLowerCase();
  return l_low.replace(/\W+/g, '-');
}

function teaser(text, length) {
  const l_cut = text.slice(0, length);
  return l_cut + '…';
}

module.exports = { slugOf, teaser };
