import { tell } from '../../../../packages/net/tell.js';
// @PAD@
const streams = {};

// FAULT player-start: a stream that was closed is started.
export function start(name) {
  const l_stream = streams[name] || {};
  // @PAD@
  return l_stream.source.url;
}

// FAULT buffer-low: the stream stalls. Told without an error.
export function stalled(seconds, stream) {
  // @PAD@
  tell(`Stream stalled for ${seconds} s on ${stream}`);
}

// FAULT buffer-codec: the stream is of a kind the browser can't play. Told without an error.
export function codec(stream) {
  const l_name = stream.toLowerCase();
  tell(`Stream has no playable codec on ${l_name}`);
}
