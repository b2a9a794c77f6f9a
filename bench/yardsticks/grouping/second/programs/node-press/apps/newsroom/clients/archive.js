const plain = require('./plain');

// FAULT archive-slow: the index of the archive was never rebuilt.
async function search(words) {
  // @PAD@
  const l_hits = await plain.call('backend', process.env.UPSTREAM, `/slow/archive?q=${words}`, 60);
  return l_hits.total;
}

// FAULT archive-html: the archive's session ends at midnight and we get its sign-in page.
async function volume(year) {
  const l_pages = await plain.raw(process.env.UPSTREAM, `/html/volumes/${year}`);
  // @PAD@
  return l_pages.length;
}

module.exports = { search, volume };
