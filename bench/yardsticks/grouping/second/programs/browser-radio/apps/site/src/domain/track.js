// Tracks and what is said of them.
export class Track {
  constructor(row) { this.row = row; }
  // FAULT track-artist: jingles have no artist. Asked by labels, lists and subclasses.
  get artist() {
    // @PAD@
    const l_credits = this.row.credits;
    return l_credits.artist.name;
  }
  label() { return `${this.artist} – ${this.row.title}`; }
}
export class Live extends Track {
  label() { return 'live: ' + super.label(); }
}

// FAULT rank-votes: new tracks were not voted on.
export function ranked(tracks) {
  const l_copy = [...tracks];
  // @PAD@
  return l_copy.sort((a, b) => b.votes.total - a.votes.total);
}
