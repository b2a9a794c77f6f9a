const { Controller } = require('./base');
const { DeskService } = require('../services/desk');
const { Reader, Subscriber, Student } = require('../domain/readers');
const puzzles = require('../domain/puzzles');
const wire = require('../clients/wire');
const weather = require('../clients/weather');
const archive = require('../clients/archive');
const printers = require('../clients/printers');
const push = require('../clients/push');
const { validated, pollForm, letterForm } = require('../http/forms');
// @PAD@

class BackofficeController extends Controller {
  constructor() { super(); this.desk = new DeskService(); }
  hire(req) { return this.desk.hire(req.query.mail, 'x'); }
  async team(req) { const l_mails = req.query.mail.split(','); for (const m of l_mails) await this.desk.hire(m, 'y'); }
  letter(req) { return this.desk.keep({picture: req.params.id}); }
  async letters(req) { await Promise.all([1, 2].map(() => this.desk.keep({picture: req.params.id}))); }
  tag(req) { return this.desk.create(req.params.id); }
  async tags(req) { await null; return req.params.id.split(',').map(s => this.desk.create(s)); }
  rename(req) { return this.desk.rename({name: 'election', year: Number(req.params.id)}); }
  // @PAD@
  async sign(req) { return this.desk.sign({id: req.params.id}); }
  async signAll(req) { await null; return [1].map(id => this.desk.sign({id})); }
  rate(req) { return this.desk.rate({rate: req.query.rate, lines: 3}); }
  async rates(req) { await null; const l_sum = [req.query.rate].reduce((n, rate) => n + this.desk.rate({rate, lines: 1}), 0); return l_sum; }
  fee(req) { return this.desk.fee({id: req.params.id}); }
  async fees() { return [{id: 1}].map(o => this.desk.fee(o)); }
  style(req) { return this.desk.style(req.params.id); }
  async styles() { await null; return ['sport'].map(s => this.desk.style(s)); }
  reader(req) { return new Reader({name: req.params.id, plan: {}}).label(); }
  subscriber(req) { return new Subscriber({name: req.params.id, plan: {}}).label(); }
  async student(req) { await null; const l_fee = new Student({name: req.params.id, plan: {}}).fee(); return l_fee; }
  grid() { return puzzles.grid({cells: []}); }
  early() { return puzzles.plan([{}], false); }
  async earlyAll() { await null; return puzzles.plan([{editor: {name: 'a'}}, {}], false); }
  late() { return puzzles.plan([{}], true); }
  async lateAll() { await null; return puzzles.plan([{}], true); }
  async wire(req) { return wire.desk(req.params.id); }
  async town(req) { return weather.town(req.params.id); }
  async towns(req) { const l_all = []; for (const t of req.params.id.split(',')) l_all.push(await weather.town(t)); return l_all; }
  async pollen(req) { return weather.pollen(req.params.id); }
  async pollens(req) { return Promise.all([weather.pollen(req.params.id)]); }
  async search(req) { return archive.search(req.query.q); }
  async volume(req) { return archive.volume(req.params.id); }
  async volumes(req) { const l_n = await archive.volume(req.params.id); return l_n + 1; }
  async plates(req) { return printers.plates(req.params.id); }
  async order(req) { return printers.order(req.params.id); }
  async orders(req) { let l_n = 0; for (const c of req.params.id.split(',')) l_n += await printers.order(c); return l_n; }
  async alert(req) { return push.alert(req.query.text); }
  async alerts(req) { await Promise.all(['a', 'b'].map(() => push.alert(req.query.text))); }
  // FAULT poll-form: the form of polls sends the end as text.
  poll(req) {
    const l_poll = validated(pollForm, {question: 'q', end: req.query.end});
    return l_poll.end;
  }
  // FAULT letter-form: the form of letters has no consent any more.
  letterForm(req) {
    // @PAD@
    return validated(letterForm, {body: req.query.body}).consent;
  }
}

module.exports = { BackofficeController };
