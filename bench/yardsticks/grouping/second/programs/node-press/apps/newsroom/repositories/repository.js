const database = require('./database');

// Base of the repositories. It writes what it is given.
class Repository {
  constructor(table) { this.table = table; this.rows = new Map(); }
  insert(row) {
    const l_names = Object.keys(row);
    // @PAD@
    return database.statement(`insert into ${this.table} (${l_names}) values (${l_names.map(() => '?')})`, Object.values(row));
  }
  byId(id) { return this.rows.get(id); }
}

module.exports = { Repository };
