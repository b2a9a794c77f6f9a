const plain = require('./plain');

// FAULT push-refused: the push gate is started after us.
async function alert(text) {
  const l_receipt = await plain.raw('http://127.0.0.1:5099', `/push?text=${encodeURIComponent(text)}`);
  // @PAD@
  return l_receipt.sent;
}

module.exports = { alert };
