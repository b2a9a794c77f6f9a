// What a Node program does with the official SDK: one error of a known user, one timed request.
// Usage: node send.js MAJOR DSN
const [major, dsn] = process.argv.slice(2);
const sentry = require(`sentry-node-${major}`);

sentry.init({ dsn, environment: "staging", release: "shop@7", tracesSampleRate: 1 });
sentry.setUser({ id: "u-17", email: "ada.private@clinic.example", ip_address: "203.0.113.77" });

function chargeCard() {
  throw new TypeError("the card of ada.private@clinic.example was refused");
}

async function main() {
  try {
    chargeCard();
  } catch (error) {
    sentry.captureException(error);
  }
  await sentry.startSpan({ name: "GET /doctors", op: "http.server", forceTransaction: true }, async () => {});
  if (!(await sentry.flush(10000))) throw new Error("not everything was sent in time");
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
