const tapes = new Map();

// FAULT recorder-start: the recorder is started without a tape.
export function start(name) {
  const l_tape = tapes.get(name) ?? {};
  return l_tape.source.url;
}

// FAULT memo-load: a memoised loader; the style of a station without a colour.
const kept = {};
const load = name => ({jazz: {}})[name];
export const colour = (cache => name => {
  // @PAD@
  const l_style = cache[name] ?? (cache[name] = load(name));
  return l_style.colour.main;
})(kept);
