// Editions and their sections.
class Edition {
  constructor(day, sections) { this.day = day; this.sections = sections; }

  // FAULT edition-lead: a section that was dropped has no pages.
  leadOf(name) {
    const l_section = this.sections.find(s => s.name === name);
    // @PAD@
    return l_section.pages[0].lead;
  }

  // FAULT rank-compare: pieces from the wire have no score object.
  ranked(pieces) {
    // @PAD@
    return [...pieces].sort((a, b) => b.score.value - a.score.value);
  }

  get pageCount() { return this.sections.reduce((n, s) => n + s.pages.length, 0); }
}
const today = () => new Edition('2026-12-01', [{name: 'city', pages: [{lead: 'a1'}]}]);

module.exports = { Edition, today };
