globalThis.sentry = require(process.env.SDK);
globalThis.sentry.init({
  dsn: process.env.DSN, release: process.env.RELEASE, environment: 'production', serverName: process.env.HOST_NAME,
  integrations: all => all.filter(i => i.name !== 'Dedupe' && i.name !== 'OnUnhandledRejection').concat(globalThis.sentry.onUnhandledRejectionIntegration({mode: 'none'})),
  maxBreadcrumbs: 0, attachStacktrace: process.env.ATTACH === '1', beforeSend: event => globalThis.finish(event),
});
