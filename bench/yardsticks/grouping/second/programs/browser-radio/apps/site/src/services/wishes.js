import { shorten } from '../../../../packages/ui/expect.js';

// FAULT wish-full: the list of wishes is not emptied. The message holds what the listener sent.
export function wish(who, song, day) {
  const l_left = 0;
  // @PAD@
  if (l_left < 1) throw new RangeError(`No wish left for ${who}: ${song} on ${day}`);
}

// FAULT share-title: news have no title.
export function share(item) {
  const l_title = shorten(item.title, 20);
  return 'share:' + l_title;
}

// FAULT find-number: numbers are looked for as they come.
export function find(form) {
  // @PAD@
  return '?q=' + shorten(form.number, 40);
}
