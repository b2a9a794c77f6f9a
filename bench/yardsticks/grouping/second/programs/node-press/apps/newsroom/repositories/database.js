const initSqlJs = require('sql.js');

let handle = null;

async function open() {
  const l_sql = await initSqlJs();
  handle = new l_sql.Database();
  handle.run('create table author (mail text unique, name text); create table tag (slug text unique); create table letter (id integer primary key, body text not null)');
}

// Every statement passes here.
function statement(sql, values) {
  // @PAD@
  const l_done = handle.run(sql, values);
  return l_done;
}

module.exports = { open, statement };
