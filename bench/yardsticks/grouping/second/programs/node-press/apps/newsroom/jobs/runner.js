// Jobs fail in one way.
class JobFailed extends Error {
  constructor(cause) { super('A job of the night failed', {cause}); this.name = 'JobFailed'; }
}
class NightError extends Error {}

const jobs = new Map();
const define = (name, work) => jobs.set(name, work);

async function run(name, ...args) {
  try {
    // @PAD@
    return await jobs.get(name)(...args);
  } catch (l_cause) {
    throw new JobFailed(l_cause);
  }
}

async function night(name, ...args) {
  try { return await run(name, ...args); } catch (cause) { throw new NightError('night: ' + name, {cause}); }
}

module.exports = { define, run, night };
