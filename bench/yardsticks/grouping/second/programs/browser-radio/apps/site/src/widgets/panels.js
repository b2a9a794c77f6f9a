import { mounted } from '../../../../packages/ui/expect.js';

// The base draws, the subclasses write their lines.
export class Panel {
  constructor(items) { this.items = items; }
  render() {
    // @PAD@
    return [this.head(), ...this.items.map(i => this.line(i))].join('\n');
  }
  // FAULT panel-head: a panel without items has no head; both kinds of panel ask for it.
  head() {
    const l_first = this.items[0];
    return l_first.title.toUpperCase();
  }
}
export class NewsPanel extends Panel {
  // FAULT news-line: news of the agency have no tags.
  line(item) {
    // @PAD@
    const l_tags = item.tags.join(' ');
    return l_tags + item.title;
  }
}
export class GuestPanel extends Panel {
  // FAULT guest-line: guests on the phone have no tags.
  line(item) { return item.title + ' · ' + item.tags.join(', '); }
}

// FAULT volume-slot: the slider is drawn before its place is.
export class Volume {
  draw(id) {
    const l_place = mounted(document.getElementById(id));
    // @PAD@
    l_place.textContent = '70';
  }
}
// FAULT mute-slot: the mute button is left out on small screens.
export class Mute {
  draw(id) {
    // @PAD@
    mounted(document.querySelector('#' + id)).textContent = 'mute';
  }
}
