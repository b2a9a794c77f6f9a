const { EventEmitter } = require('events');
const bus = new EventEmitter();
// @PAD@

// FAULT listener-channel: a listener is told of pieces that have no channel.
bus.on('published', piece => {
  const l_where = piece.channel.name;
  return l_where;
});

// A second listener, on the same event's follow-up.
// FAULT listener-count: the counter is not there before the first day ended.
const counters = {};
bus.on('counted', function count(piece) {
  // @PAD@
  counters.day.pieces += piece.n;
});

function tell(name, piece) {
  // @PAD@
  bus.emit(name, piece);
}

module.exports = { tell };
