// Decorators: what goes wrong inside goes on as it is.
function retrying(times, fn) {
  return async function attempt(...args) {
    let l_last;
    for (let i = 0; i < times; i++) {
      try {
        // @PAD@
        return await fn(...args);
      } catch (e) {
        l_last = e;
      }
    }
    throw l_last;
  };
}

function timed(name, fn) {
  return async (...args) => {
    const l_start = Date.now();
    try {
      return await fn(...args);
    } finally {
      // @PAD@
      timed.seen[name] = Date.now() - l_start;
    }
  };
}
timed.seen = {};

function memo(load) {
  const l_kept = new Map();
  return key => {
    // @PAD@
    if (!l_kept.has(key)) l_kept.set(key, load(key));
    return l_kept.get(key);
  };
}

module.exports = { retrying, timed, memo };
