const http = require('http');
const app = require('./http/app');
const database = require('./repositories/database');
const report = require('./report');
const { runner } = require('./jobs/nightly');
const { requests } = require('./requests');

const ask = (port, request) => new Promise((ok, no) => {
  http.get({port, host: '127.0.0.1', path: request.url, headers: request.headers || {}}, res => { res.resume(); res.on('end', ok); }).on('error', no);
});

// Work outside of a request: a job, awaited or not, or by a timer.
async function work(l_request) {
  const l_start = l_request.night ? runner.night : runner.run;
  if (l_request.way === 'unhandled') {
    const l_before = report.told();
    setTimeout(() => { l_start(...l_request.job); }, 1);
    for (let i = 0; i < 200 && report.told() === l_before; i++) await new Promise(ok => setTimeout(ok, 10));
    return;
  }
  try {
    if (l_request.way === 'timer') await new Promise((ok, no) => setTimeout(() => l_start(...l_request.job).then(ok, no), 1));
    else await l_start(...l_request.job);
  } catch (e) {
    report.now(e);
  }
}

async function main() {
  await database.open();
  const l_server = app.build().listen(0, '127.0.0.1');
  await new Promise(ok => l_server.on('listening', ok));
  for (const l_request of requests()) {
    if (l_request.warm) { await ask(l_server.address().port, l_request); continue; }
    report.expect(l_request);
    if (l_request.message) report.message(l_request.message);
    else if (l_request.job) await work(l_request);
    else await ask(l_server.address().port, l_request);
    await report.sent();
  }
  process.exit(0);
}

main();
