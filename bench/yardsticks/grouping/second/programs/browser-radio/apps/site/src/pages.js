import { Track, Live, ranked } from './domain/track.js';
import * as playlist from './domain/playlist.js';
import * as schedule from './domain/schedule.js';
import { ScheduleService, PodcastService, chat, like } from './services/stations.js';
import * as wishes from './services/wishes.js';
import * as plugins from './services/plugins.js';
import * as bus from './services/bus.js';
import { NewsPanel, GuestPanel, Volume, Mute } from './widgets/panels.js';
import * as player from './widgets/player.js';
import * as recorder from './widgets/recorder.js';
// @PAD@

class LabelFailed extends Error {}
const jingle = {title: 'ding', credits: {}};
const days = new ScheduleService('');
const casts = new PodcastService('');
const loop = {parts: []};
loop.parts.push(loop);
const nested = n => n ? {kind: 'group', items: [nested(n - 1)]} : {kind: 'poll'};
plugins.define('label', async () => { await null; return new Track(jingle).label(); });
plugins.define('charts', week => days.charts(week));

export const pages = {
  label: () => new Track(jingle).label(),
  live: () => new Live(jingle).label(),
  async list() { await null; const l_names = [jingle].map(j => new Track(j).artist); return l_names; },
  quote() { try { return new Live(jingle).label(); } catch (cause) { throw new LabelFailed('No label', {cause}); } },
  labelPlugin: () => plugins.run('label'),
  rank: () => ranked([{votes: {total: 1}}, {}]),
  async rankAll() { await null; return ranked([{}, {votes: {total: 3}}])[0]; },
  count: () => playlist.lengthOf(loop),
  async countAll() { await null; return [loop].map(playlist.lengthOf); },
  // @PAD@
  show: n => playlist.show(nested(Number(n))),
  async showPage(kind) { await null; return playlist.show({kind: 'group', items: [{kind: 'tune', title: 'a'}, {kind}]}); },
  day: text => schedule.dayOf(text),
  async dayAll(text) { await null; return text.split('|').map(schedule.dayOf); },
  plan: text => schedule.readPlan(text),
  async planAll(text) { await null; const l_n = schedule.readPlan(text); return l_n; },
  morning: () => schedule.hosts([{}], false),
  async morningAll() { await null; return schedule.hosts([{host: {name: 'a'}}, {}], false); },
  evening: () => schedule.hosts([{}], true),
  async eveningAll() { await null; return schedule.hosts([{}], true).length; },
  schedule: day => days.day(day),
  async scheduleAll(day) { for (const l_one of day.split('|')) await days.day(l_one); },
  podcast: id => casts.episode(id),
  async podcastAll(id) { const l_file = await casts.episode(id); return l_file + 1; },
  charts: week => days.charts(week),
  chartsPlugin: week => plugins.run('charts', week),
  lyrics: id => casts.lyrics(id),
  async lyricsAll(id) { return (await casts.lyrics(id)) + 1; },
  gone: id => days.show(id),
  async goneAll(id) { await null; return id.split('|').map(i => days.show(i)); },
  host: id => casts.host(id),
  async hostAll(id) { await null; return id.split('|').map(i => casts.host(i)); },
  play: language => casts.play(language),
  async resume(language) { await null; casts.play(language); },
  chat: room => chat(room),
  async chatAll(room) { await Promise.all([chat(room)]); },
  like: id => like(id),
  async likeAll(id) { const l_n = await like(id); return l_n; },
  wish(line) { const [who, song, day] = line.split('|'); return wishes.wish(who, song, day); },
  async wishAll(line) { await null; wishes.wish(...line.split('|')); },
  share: () => wishes.share({id: 1}),
  async shareAll() { await null; return [{id: 2}].map(wishes.share); },
  find: n => wishes.find({number: Number(n)}),
  async findAll(n) { await null; return n.split('|').map(t => wishes.find({number: Number(t)})); },
  traffic: () => plugins.run('traffic', 1),
  async trafficLate() { await new Promise(ok => setTimeout(ok, 1)); return plugins.run('traffic', 2); },
  weather: () => plugins.run('weather', [{rain: 1}]),
  async weatherLate() { await new Promise(ok => setTimeout(ok, 1)); return plugins.run('weather', [{rain: 1}, {rain: 2}]); },
  song: () => bus.emit('song', {}),
  async songLate() { await null; bus.emit('song', {spot: 1}); },
  news: () => new NewsPanel([{title: 'a'}]).render(),
  async newsAll() { await null; return new NewsPanel([{title: 'a', tags: []}, {title: 'b'}]).render(); },
  guests: () => new GuestPanel([{title: 'a'}]).render(),
  async guestsAll() { await null; return new GuestPanel([{title: 'a', tags: ['x']}, {title: 'b'}]).render(); },
  newsNone: () => new NewsPanel([]).render(),
  async guestsNone() { await null; return new GuestPanel([]).render().length; },
  volume: id => new Volume().draw(id),
  async volumeAll(id) { await null; ['head', id].slice(1).forEach(i => new Volume().draw(i)); },
  mute: id => new Mute().draw(id),
  async muteAll(id) { await null; new Mute().draw(id); },
  start: name => player.start(name),
  async restart(name) { await null; const l_url = player.start(name); return l_url; },
  stalled: arg => player.stalled(...arg.split('|')),
  codec: arg => player.codec(arg),
  record: name => recorder.start(name),
  async recordAll(name) { await null; return name.split('|').map(recorder.start); },
  colour: name => recorder.colour(name),
  async colourAll(name) { await null; return [recorder.colour(name)]; },
};
