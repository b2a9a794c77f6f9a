const runner = require('./runner');
const edition = require('../domain/edition');
const puzzles = require('../domain/puzzles');
const { ArticleService } = require('../services/articles');
const { DeskService } = require('../services/desk');
const printers = require('../clients/printers');
const archive = require('../clients/archive');
const wire = require('../clients/wire');
// @PAD@

const stats = {visits: null};

// FAULT job-stats: the first night of a month has no visits.
runner.define('stats', async day => {
  const l_before = stats.visits;
  // @PAD@
  return l_before[day] + 1;
});

// FAULT job-digest: a digest with fewer pieces than asked for.
runner.define('digest', (list, n) => {
  const l_picked = list.slice(0, n);
  return l_picked.map((p, i) => p.title + l_picked[i + 1].title);
});

const articles = new ArticleService();
const desk = new DeskService();
runner.define('lead', section => articles.lead(section));
runner.define('leadDirect', async section => { await null; return edition.today().leadOf(section); });
runner.define('puzzle', puzzle => puzzles.grid(puzzle));
runner.define('plates', n => printers.plates(n));
runner.define('archive', q => archive.search(q));
runner.define('wire', d => wire.desk(d));
runner.define('tags', slug => desk.create(slug));
runner.define('rename', async list => { for (const year of list) desk.rename({name: 'review', year}); });
runner.define('republish', id => articles.publish(id));

module.exports = { runner };
