class Refused extends Error {
  constructor(message) { super(message); this.name = 'Refused'; }
}

// Guards with ordinary words. None of them is at fault.
function present(value, what) {
  // @PAD@
  if (value === undefined || value === null) throw new Refused(`${what} is missing`);
  return value;
}

function numeric(raw) {
  if (!/^-?\d+(\.\d+)?$/.test(String(raw))) throw new Refused('not a number');
  return Number(raw);
}

// A second step in front of the guard: it hands on what it got, and is not at fault either.
function cents(raw) {
  // @PAD@
  const l_value = numeric(raw);
  return Math.round(l_value * 100);
}

module.exports = { present, numeric, cents, Refused };
