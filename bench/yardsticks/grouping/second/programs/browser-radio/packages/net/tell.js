// All that is told without an error passes here.
let teller = () => {};
export const tellBy = f => { teller = f; };
export function tell(text) {
  // @PAD@
  teller(text);
}
