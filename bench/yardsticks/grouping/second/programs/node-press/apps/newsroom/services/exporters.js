// Exports: the base walks, the subclasses write one row.
class Exporter {
  constructor(rows) { this.rows = rows; }
  export() {
    // @PAD@
    return [this.header(), ...this.rows.map(r => this.row(r))].join('\n');
  }
  // FAULT export-header: an export without rows has no columns; both kinds of export ask for them.
  header() {
    const l_first = this.rows[0];
    // @PAD@
    return Object.keys(l_first).join();
  }
}

class CsvExporter extends Exporter {
  // FAULT csv-row: pieces without tags.
  row(piece) {
    // @PAD@
    const l_tags = piece.tags.join(' ');
    return `${piece.id};${l_tags}`;
  }
}

class XmlExporter extends Exporter {
  // FAULT xml-row: drafts have no tags yet.
  row(piece) {
    return `<piece>${piece.tags.join(' ')}</piece>`;
  }
}

module.exports = { CsvExporter, XmlExporter };
