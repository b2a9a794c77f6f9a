const { timed } = require('../../../packages/kit/around');

class Service {
  constructor(name) { this.name = name; }
  // All work of the services goes through here.
  async within(step, work) {
    // @PAD@
    return timed(this.name + '.' + step, work)();
  }
}

module.exports = { Service };
