import * as sentry from '@sentry/browser';
import { pages } from './pages.js';
import * as bus from './services/bus.js';
import { tellBy } from '../../../packages/net/tell.js';
import { faults } from './faults.js';

let y = '';
let seen = 0;
const config = window.RADIO;
sentry.init({
  dsn: config.dsn, release: config.release, environment: 'production', maxBreadcrumbs: 0, sendClientReports: false,
  integrations: all => all.filter(i => !['Dedupe', 'BrowserSession', 'Breadcrumbs'].includes(i.name)),
  beforeSend(event) { event.tags = {...event.tags, y}; seen += 1; return event; },
});
tellBy(text => sentry.captureMessage(text, 'error'));
const wait = ms => new Promise(ok => setTimeout(ok, ms));
async function until(n) { for (let i = 0; i < 150 && seen < n; i++) await wait(10); }

const open = bus.pages(page => { page.result = pages[page.name](page.arg); });
async function visit(l_page) {
  open(l_page);
  await l_page.result;
}

async function meet(l_fault) {
  const l_page = {name: l_fault.page, arg: l_fault.arg, old: l_fault.old};
  const l_before = seen;
  if (l_fault.way === 'click') {
    const l_button = document.createElement('button');
    l_button.addEventListener('click', () => open(l_page));
    document.body.append(l_button);
    l_button.click();
    await until(l_before + 1);
  } else if (l_fault.way === 'timer') {
    setTimeout(() => open(l_page), 1);
    await until(l_before + 1);
  } else if (l_fault.way === 'unhandled') {
    visit(l_page);
    await until(l_before + 1);
  } else {
    try { await visit(l_page); } catch (e) { sentry.captureException(e); }
  }
}

async function main() {
  for (const l_fault of faults()) {
    y = `${l_fault.cause}|${config.dims};${l_fault.dims || ''}`;
    await meet(l_fault);
    await sentry.flush(2000);
  }
  document.title = 'done';
  fetch('/done');
}

main();
