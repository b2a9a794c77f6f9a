const plain = require('./plain');
// @PAD@

// FAULT plates-slow: the plate setter answers only after its warm-up.
async function plates(edition) {
  const l_state = await plain.call('backend', process.env.UPSTREAM, `/slow/plates/${edition}`, 60);
  return l_state.ready;
}

// FAULT print-refused: the print house moved its gate to another port.
async function order(copies) {
  // @PAD@
  const l_slip = await plain.raw('http://127.0.0.1:5099', `/orders?copies=${copies}`);
  return l_slip.id;
}

module.exports = { plates, order };
