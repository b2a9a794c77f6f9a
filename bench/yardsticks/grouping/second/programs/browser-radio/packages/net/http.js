// Own package: all calls pass here. It is not at fault when the other side says 404, is slow or away.
export class HttpError extends Error {
  constructor(status) { super(`The station answered ${status}`); this.name = 'HttpError'; this.status = status; }
}
export class SlowError extends Error {
  constructor(cause) { super('The station is slow', {cause}); this.name = 'SlowError'; }
}
// @PAD@
export async function ask(path, options) {
  const l_answer = await fetch(path, options);
  // @PAD@
  if (!l_answer.ok) throw new HttpError(l_answer.status);
  return l_answer.json();
}

export async function within(ms, path) {
  try {
    return await ask(path, {signal: AbortSignal.timeout(ms)});
  } catch (l_cause) {
    // @PAD@
    throw l_cause.name === 'TimeoutError' ? new SlowError(l_cause) : l_cause;
  }
}

export function again(times, fn) {
  return async (...args) => {
    let l_last;
    for (let i = 0; i < times; i++) {
      try { return await fn(...args); } catch (e) { l_last = e; }
    }
    throw l_last;
  };
}
