const failures = require('../../../packages/kit/failures');

// All calls with fetch pass here. Not at fault when the other side is slow or away.
async function call(service, base, path, l_ms = 5000) {
  try {
    // @PAD@
    const l_answer = await fetch(base + path, {signal: AbortSignal.timeout(l_ms)});
    return await l_answer.json();
  } catch (e) {
    throw failures.upstream(service, e);
  }
}

// The same without our own word around it.
async function raw(base, path) {
  const l_answer = await fetch(base + path);
  // @PAD@
  return l_answer.json();
}

module.exports = { call, raw };
