const { Controller } = require('./base');
const { ArticleService } = require('../services/articles');
const { DeskService } = require('../services/desk');
const edition = require('../domain/edition');
const blocks = require('../domain/blocks');
const feed = require('../domain/feed');
const gallery = require('../domain/gallery');
const dossier = require('../domain/dossier');
const events = require('../services/events');
const { CsvExporter, XmlExporter } = require('../services/exporters');
// @PAD@

class PreviewFailed extends Error {}
const loop = {answers: []};
loop.answers.push(loop);
const nested = depth => depth ? {kind: depth % 2 ? 'box' : 'row', children: [nested(depth - 1)]} : {kind: 'carousel'};

class EditorialController extends Controller {
  constructor() { super(); this.articles = new ArticleService(); this.desk = new DeskService(); }
  async lead(req) { return {lead: await this.articles.lead(req.params.id)}; }
  preview(req) { return edition.today().leadOf(req.params.id); }
  quote(req) {
    try { return edition.today().leadOf(req.params.id); } catch (cause) { throw new PreviewFailed(`No preview of ${req.params.id}`, {cause}); }
  }
  async show(req) { return this.articles.find(req.params.id); }
  async print(req) { const l_all = [req.params.id].map(i => this.articles.find(i)); return l_all; }
  // @PAD@
  publish(req) { return this.articles.publish(req.params.id); }
  async publishAll(req) { const l_ids = req.params.id.split(','); return Promise.all(l_ids.map(i => this.articles.publish(i))); }
  lock(req) { return this.articles.lock(req.params.id, req.query.language); }
  async take(req) { await null; for (const l_id of ['x', 'y']) this.articles.lock(l_id, req.query.language); }
  charge(req) { return this.articles.charge(req.query.who, req.query.title, req.query.day); }
  async invite(req) { const l_who = req.query.who; await null; return this.articles.charge(l_who, req.query.title, req.query.day); }
  place(req) { return this.articles.place({id: req.params.id}); }
  async placeAll(req) { return req.params.id.split(',').map(id => this.articles.place({id})); }
  rank() { return edition.today().ranked([{score: {value: 1}}, {}, {score: {value: 3}}]); }
  async front() { const l_rows = edition.today().ranked([{}, {score: {value: 2}}]); return l_rows[0]; }
  paint(req) { return blocks.paint(nested(Number(req.params.id))); }
  async page(req) { return {html: await Promise.resolve(blocks.paint({kind: 'box', children: [{kind: 'text', text: 'a'}, {kind: req.params.id}]}))}; }
  thread() { return blocks.countThread(loop); }
  async threads() { await null; return [loop].map(c => blocks.countThread(c)); }
  feed(req) { return feed.parse(req.query.text); }
  async feeds(req) { await null; return [req.query.text].map(t => feed.parse(t)); }
  stamp(req) { return feed.stamp({day: req.query.day}); }
  async stamps(req) { return req.query.day.split(',').map(day => feed.stamp({day})); }
  gallery(req) { return gallery.open(req.params.id); }
  async galleries(req) { await null; const l_url = gallery.open(req.params.id); return l_url; }
  dossier(req) { return dossier.open(req.params.id); }
  async dossiers(req) { await null; return req.params.id.split(',').map(k => dossier.open(k)); }
  title(req) { return dossier.titleOf(req.params.id); }
  async titles(req) { return req.params.id.split(',').map(dossier.titleOf); }
  published(req) { events.tell('published', {id: req.params.id}); }
  async repeat(req) { await null; events.tell('published', {id: req.params.id, n: 2}); }
  counted() { events.tell('counted', {n: 1}); }
  async recount() { await null; [1, 2].forEach(n => events.tell('counted', {n})); }
  csv(req) { return new CsvExporter([{id: req.params.id}]).export(); }
  async csvMail(req) { const l_file = new CsvExporter([{id: req.params.id, tags: []}, {id: 2}]).export(); return l_file; }
  xml(req) { return new XmlExporter([{id: req.params.id}]).export(); }
  async xmlMail(req) { await null; return new XmlExporter([{id: 1, tags: ['a']}, {id: req.params.id}]).export(); }
  csvNone() { return new CsvExporter([]).export(); }
  xmlNone() { return new XmlExporter([]).export(); }
}

module.exports = { EditorialController };
