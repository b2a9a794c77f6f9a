// Runs a minified program, and what it throws is sent by the official SDK.
// Usage: node minified/send.js BUNDLE DSN RELEASE
const [bundle, dsn, release] = process.argv.slice(2);
const sentry = require("sentry-node-11");

sentry.init({ dsn, environment: "production", release });
try {
  require(bundle).run();
} catch (error) {
  sentry.captureException(error);
}
sentry.flush(10000).then(
  (all) => process.exit(all ? 0 : 1),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
