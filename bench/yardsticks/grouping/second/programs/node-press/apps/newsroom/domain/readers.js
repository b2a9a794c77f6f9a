// Readers and what they pay.
class Reader {
  constructor(row) { this.row = row; }
  // FAULT reader-tier: a reader whose plan ended has no tier; asked by the subclasses, too.
  get tier() {
    // @PAD@
    const l_plan = this.row.plan;
    return l_plan.tier.toUpperCase();
  }
  label() { return `${this.row.name} (${this.tier})`; }
}
class Subscriber extends Reader {
  label() { return 'abo ' + super.label(); }
  fee() { return this.tier === 'GOLD' ? 20 : 10; }
}
class Student extends Subscriber {
  fee() { return super.fee() / 2; }
}

module.exports = { Reader, Subscriber, Student };
