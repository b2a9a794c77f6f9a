// A cart that refuses what the card does not allow.
export function totalOf(items) {
  return items.reduce((sum, item) => sum + item.price * item.count, 0);
}

export function chargeCard(card, amount) {
  if (amount > card.limit) {
    throw new RangeError("the card refuses this amount");
  }
  return { card: card.number, amount };
}
