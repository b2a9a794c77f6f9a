let y = '';
let route = '';
let seen = 0;

function start() {
  const sentry = globalThis.sentry;
  sentry.getClient().on?.('beforeSendEvent', () => {});
}
function expect(request) { y = `${request.cause}|${process.env.Y_DIMS};${request.dims || ''}`; route = request.name; }
function finish(event) { event.tags = {...event.tags, y}; if (route) event.transaction = route; else delete event.transaction; seen += 1; return event; }
function told() { return seen; }
function now(error) { globalThis.sentry.captureException(error); }
function message(text) { globalThis.sentry.captureMessage(text, 'error'); }
async function sent() { await globalThis.sentry.flush(3000); }
globalThis.finish = finish;

module.exports = { start, expect, now, message, sent, told };
