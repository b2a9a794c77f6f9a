// Which fault, how it differs from the first of its kind, and the request that meets it.
function requests() {
  const all = [];
  const query = q => q ? '?' + new URLSearchParams(q) : '';
  const add = (cause, dims, place, id = '1', q, headers) => all.push({cause, dims, name: `GET /${place}/:id`, url: `/${place}/${encodeURIComponent(id)}${query(q)}`, headers});
  const warm = (place, id, q) => all.push({warm: true, url: `/${place}/${id}${query(q)}`});
  const job = (cause, dims, way, night, ...job) => all.push({cause, dims, way, night, job, name: ''});
  add('edition-lead', '', 'editorial/lead', 'sport');
  add('edition-lead', 'caller=preview', 'editorial/preview', 'sport');
  add('edition-lead', 'wrap=PreviewFailed;caller=quote', 'editorial/quote', 'sport');
  job('edition-lead', 'wrap=JobFailed;caller=job', '', false, 'lead', 'sport');
  job('edition-lead', 'wrap=NightError;caller=job', 'timer', true, 'leadDirect', 'sport');
  job('edition-lead', 'wrap=JobFailed;caller=job;path=unhandled', 'unhandled', false, 'lead', 'sport');
  for (const c of ['gallery-open:gallery:galleries', 'dossier-open:dossier:dossiers', 'article-missing:show:print', 'dossier-missing:title:titles', 'rank-compare:rank:front',
    'listener-channel:published:repeat', 'listener-count:counted:recount', 'csv-row:csv:csvMail', 'xml-row:xml:xmlMail', 'thread-cycle:thread:threads', 'place-page:place:placeAll']) {
    const [cause, one, many] = c.split(':');
    add(cause, '', 'editorial/' + one, 'n7');
    add(cause, 'data=1', 'editorial/' + one, '88123');
    add(cause, 'caller=' + many, 'editorial/' + many, 'n7');
  }
  add('export-header', '', 'editorial/csvNone');
  add('export-header', 'caller=xml', 'editorial/xmlNone');
  add('publish-untitled', '', 'editorial/publish', 'a2');
  add('publish-untitled', 'caller=all', 'editorial/publishAll', 'a1,a2');
  job('publish-untitled', 'wrap=JobFailed;caller=job', '', false, 'republish', 'a2');
  add('tag-number', '', 'office/rename', '2026');
  add('tag-number', 'data=1', 'office/rename', '1999');
  job('tag-number', 'wrap=JobFailed;caller=job', 'timer', false, 'rename', [2027]);
  for (const language of ['en', 'fr', 'de', 'es', 'zh']) add('lock-taken', language === 'en' ? '' : 'language=' + language, 'editorial/lock', 'a1', {language});
  add('lock-taken', 'language=fr;caller=take', 'editorial/take', 'a1', {language: 'fr'});
  add('quota', '', 'editorial/charge', 'x', {who: 'ann', title: 'Rain', day: '2026-12-01'});
  add('quota', 'data=1', 'editorial/charge', 'x', {who: 'bo.li@example.com', title: '«Größe» "42"', day: '1 Dec 2026 09:15'});
  add('quota', 'data=2', 'editorial/charge', 'x', {who: 'user 7f3b1c52-1d7e-4a55-9e55-0b1f3d1c9a77', title: 'https://press.example.test/a/17?x=2', day: 'demain'});
  add('quota', 'data=3;caller=invite', 'editorial/invite', 'x', {who: '特派員', title: "l'été", day: '10.0.0.7'});
  for (const n of ['0', '1', '4', '9']) add('block-unknown', n === '0' ? '' : 'data=' + n, 'editorial/paint', n);
  add('block-unknown', 'data=embed;caller=page', 'editorial/page', 'embed v2');
  add('feed-text', '', 'editorial/feed', 'x', {text: '<rss>'});
  add('feed-text', 'data=1', 'editorial/feed', 'x', {text: '{"channel":'});
  add('feed-text', 'caller=feeds;data=2', 'editorial/feeds', 'x', {text: 'Bonjour, nº 4711'});
  add('feed-shape', '', 'editorial/feed', 'x', {text: '{}'});
  add('feed-shape', 'data=1', 'editorial/feed', 'x', {text: '{"title":"x"}'});
  add('feed-shape', 'caller=feeds', 'editorial/feeds', 'x', {text: '{}'});
  add('feed-date', '', 'editorial/stamp', 'x', {day: '2026-02-31T99'});
  add('feed-date', 'data=1', 'editorial/stamp', 'x', {day: 'demain'});
  add('feed-date', 'caller=stamps', 'editorial/stamps', 'x', {day: '2026-01-01,never'});
  warm('office/hire', 'x', {mail: 'ann@example.com'}); warm('office/hire', 'x', {mail: 'kim@example.com'}); warm('office/tag', 'rain'); warm('office/tag', 'snow');
  add('author-twice', '', 'office/hire', 'x', {mail: 'ann@example.com'});
  add('author-twice', 'data=1', 'office/hire', 'x', {mail: 'kim@example.com'});
  add('author-twice', 'caller=team', 'office/team', 'x', {mail: 'lo@example.com,ann@example.com'});
  add('letter-null', '', 'office/letter', 'p1');
  add('letter-null', 'caller=letters', 'office/letters', 'p2');
  add('tag-twice', '', 'office/tag', 'rain');
  add('tag-twice', 'data=1', 'office/tag', 'snow');
  add('tag-twice', 'caller=tags', 'office/tags', 'wind,rain');
  job('tag-twice', 'wrap=JobFailed;caller=job', '', false, 'tags', 'rain');
  for (const c of ['byline-none:sign:signAll', 'subs-fee:fee:fees', 'style-load:style:styles', 'plan-early:early:earlyAll', 'plan-late:late:lateAll']) {
    const [cause, one, many] = c.split(':');
    add(cause, '', 'office/' + one, 'sport');
    add(cause, 'data=1', 'office/' + one, cause === 'style-load' ? 'sport' : '4711');
    add(cause, 'caller=' + many, 'office/' + many, 'sport');
  }
  add('ads-rate', '', 'office/rate', 'x', {rate: '12 EUR'});
  add('ads-rate', 'data=1', 'office/rate', 'x', {rate: '$7'});
  add('ads-rate', 'caller=rates', 'office/rates', 'x', {rate: '1,50'});
  for (const r of ['reader', 'subscriber', 'student']) add('reader-tier', r === 'reader' ? '' : 'caller=' + r, 'office/' + r, 'ann');
  add('crossword-grid', '', 'office/grid');
  job('crossword-grid', 'wrap=JobFailed;caller=job', '', false, 'puzzle', {cells: [1, 2]});
  job('crossword-grid', 'wrap=JobFailed;caller=job;path=unhandled', 'unhandled', false, 'puzzle', {cells: [1, 2]});
  for (const way of ['', 'timer', 'unhandled']) {
    job('job-stats', way ? 'path=' + way : '', way, false, 'stats', 1);
    job('job-digest', way ? 'path=' + way : '', way, false, 'digest', [{title: 'a'}], 2);
  }
  job('job-stats', 'wrap=NightError', '', true, 'stats', 31);
  job('job-digest', 'wrap=NightError', '', true, 'digest', [{title: 'a'}, {title: 'b'}], 2);
  add('wire-404', '', 'office/wire', 'city');
  add('wire-404', 'data=1', 'office/wire', '90210');
  job('wire-404', 'wrap=JobFailed;caller=job', '', false, 'wire', 'city');
  add('weather-404', '', 'office/town', 'Ulm');
  add('weather-404', 'data=1', 'office/town', '89073');
  add('weather-404', 'caller=towns', 'office/towns', 'Bonn,Ulm');
  add('pollen-503', '', 'office/pollen', 'Ulm');
  add('pollen-503', 'caller=pollens', 'office/pollens', 'Bonn');
  add('archive-slow', '', 'office/search', 'x', {q: 'rain'});
  add('archive-slow', 'data=1', 'office/search', 'x', {q: '1918-11-09'});
  job('archive-slow', 'wrap=JobFailed;caller=job', '', false, 'archive', 'rain');
  add('plates-slow', '', 'office/plates', '17');
  add('plates-slow', 'data=1', 'office/plates', 'late-2');
  job('plates-slow', 'wrap=JobFailed;caller=job', 'timer', false, 'plates', 17);
  add('archive-html', '', 'office/volume', '1918');
  add('archive-html', 'caller=volumes', 'office/volumes', '1920');
  add('print-refused', '', 'office/order', '100');
  add('print-refused', 'caller=orders', 'office/orders', '5,6');
  add('push-refused', '', 'office/alert', 'x', {text: 'Rain'});
  add('push-refused', 'caller=alerts', 'office/alerts', 'x', {text: 'Größe 42'});
  add('poll-form', '', 'office/poll', 'x', {end: '2026-12-01'});
  add('poll-form', 'data=1', 'office/poll', 'x', {end: 'soon'});
  add('letter-form', '', 'office/letterForm', 'x', {body: 'b'});
  add('letter-form', 'data=1', 'office/letterForm', 'x', {body: 'Dear 42'});
  for (const p of ['editorial/show', 'office/reader', 'office/search', 'editorial/paint']) add('session-user', p === 'editorial/show' ? '' : 'caller=' + p.split('/')[1], p, 'a1', null, {'x-session': 's2'});
  // FAULT backlog-letters: letters are not read. Told without a stack.
  // FAULT backlog-none: no letter came in. Told without a stack.
  const say = (cause, dims, text) => all.push({cause, dims, name: '', message: text});
  say('backlog-letters', '', 'Backlog of letters: 412 unread since 2026-11-29');
  say('backlog-letters', 'data=1', 'Backlog of letters: 7 unread since 2026-12-01');
  say('backlog-none', '', 'Backlog of letters: none came in since 2026-11-29');
  say('backlog-none', 'data=1', 'Backlog of letters: none came in since 2026-12-01');
  return all;
}

module.exports = { requests };
