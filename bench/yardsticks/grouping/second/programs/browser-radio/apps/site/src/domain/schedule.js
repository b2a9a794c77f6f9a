// FAULT day-wrong: days of the printed programme don't exist.
export function dayOf(text) {
  // @PAD@
  const l_day = new Date(text);
  return l_day.toISOString().slice(0, 10);
}

// FAULT plan-text (SyntaxError) and plan-shape (TypeError): one function, two faults.
export function readPlan(text) {
  const l_plan = JSON.parse(text);
  // @PAD@
  return l_plan.days.first.length;
}

// FAULT slot-morning and slot-evening: two lambdas of one function, each with its own fault.
export function hosts(slots, late) {
  const l_morning = slot => {
    // @PAD@
    return slot.host.name;
  };
  const l_evening = slot => {
    return slot.host.name + ' (late)';
  };
  return slots.map(late ? l_evening : l_morning);
}
