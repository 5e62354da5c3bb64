// Where the parts beside the glass are, as the runtime's device profile says: {x, y} in percent of the lit glass.

const ROWS = [['UPPER_LEFT', 'ABOVE', 'UPPER_RIGHT'], ['LEFT', '', 'RIGHT'], ['LOWER_LEFT', 'BELOW', 'LOWER_RIGHT']];

/** The place of a part ('CARD', 'SOCIAL_CARD', 'CODE', 'PAPER', 'FACE', 'KEYPAD', 'JACK'), or null when none is known. */
export function placeOf(kiosk, part) {
  const place = kiosk?.front?.places?.[part];
  return Number.isFinite(place?.x) && Number.isFinite(place.y) && sideOf(place) ? place : null;
}

/** On which side of the glass that is; an edge is three sides long. */
export function sideOf({ x, y }) {
  const third = (percent) => (percent < 100 / 3 ? 0 : percent > 200 / 3 ? 2 : 1);
  return ROWS[third(y)][third(x)];
}

/** The text at `key` with the side a part is on as {side}; where that is not known, the text at `keyPlain`. */
export function placed(app, part, key) {
  const { words, kiosk } = app;
  const place = placeOf(kiosk, part);
  return place ? words.text(key, { side: words.text(`side.${sideOf(place)}`) }) : words.text(`${key}Plain`);
}

/** The glass as it stands before the citizen, in pixels of getBoundingClientRect. */
export function glass() {
  return { width: innerWidth, height: innerHeight };
}
