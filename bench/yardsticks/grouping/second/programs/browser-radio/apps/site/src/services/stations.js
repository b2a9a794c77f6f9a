import { ask, within, again } from '../../../../packages/net/http.js';
import * as failures from '../../../../packages/ui/failures.js';
// @PAD@

const known = new Map();

class Service {
  constructor(root) { this.root = root; }
  read(path) { return ask(this.root + path); }
  readQuick(path) { return within(60, this.root + path); }
}

export class ScheduleService extends Service {
  // FAULT schedule-404: days far away have no schedule yet.
  async day(name) {
    // @PAD@
    const l_day = await this.read('/missing/schedule/' + name);
    return l_day.slots;
  }
  // FAULT charts-slow: charts are counted while we wait.
  async charts(week) {
    const l_rows = await this.readQuick('/slow/charts/' + week);
    return l_rows.length;
  }
  // FAULT show-missing: shows that ended are still linked.
  show(id) {
    const l_show = known.get(id);
    // @PAD@
    if (!l_show) throw failures.notFound();
    return l_show;
  }
}

export class PodcastService extends Service {
  // FAULT podcast-404: episodes were moved to another house.
  async episode(id) {
    const l_episode = await this.read('/missing/podcast/' + id);
    // @PAD@
    return l_episode.file;
  }
  // FAULT lyrics-slow: lyrics come from overseas.
  async lyrics(id) {
    // @PAD@
    const l_text = await this.readQuick('/slow/lyrics/' + id);
    return l_text.lines;
  }
  // FAULT host-missing: hosts who left are still linked.
  host(id) {
    // @PAD@
    const l_host = known.get('host ' + id);
    if (!l_host) throw failures.notFound();
    return l_host;
  }
  // FAULT device-busy: one place, its words in the listener's language.
  play(language) {
    const l_other = true;
    // @PAD@
    if (l_other) throw failures.busy(language);
  }
}

// FAULT chat-away: the chat's server moved to another port.
export const chat = again(2, async room => {
  const l_talk = await ask('http://127.0.0.1:5099/chat/' + room);
  return l_talk.lines;
});

// FAULT likes-away: likes are counted by a server that sleeps.
export async function like(id) {
  // @PAD@
  const l_count = await ask('http://127.0.0.1:5099/likes/' + id, {method: 'POST'});
  return l_count.total;
}
