// FAULT feed-date: the agency sends days that don't exist.
function stamp(item) {
  // @PAD@
  const l_day = new Date(item.day);
  return l_day.toISOString();
}

// FAULT feed-text (SyntaxError) and feed-shape (TypeError): one function, two faults.
function parse(l_text) {
  const l_feed = JSON.parse(l_text);
  // @PAD@
  return l_feed.channel.items.length;
}

module.exports = { stamp, parse };
