const listeners = {};
export const on = (name, f) => { (listeners[name] = listeners[name] || []).push(f); };
export function emit(name, value) {
  // @PAD@
  for (const l_listener of listeners[name] || []) l_listener(value);
}

// FAULT bus-song: what is told between two songs has no song.
on('song', told => {
  // @PAD@
  const l_song = told.song;
  document.title = l_song.title;
});

// FAULT before-consent: whoever came before the new banner has no consent kept. Met before whatever page.
const consent = {kept: null};
const steps = [
  next => page => { const l_start = performance.now(); next(page); return l_start; },
  next => page => { if (page.old) page.marketing = consent.kept.marketing; return next(page); },
];
export const pages = last => steps.reduceRight((next, step) => step(next), last);
