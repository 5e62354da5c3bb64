import { placed, placeOf } from '../../shared/front.js';

/** What the keys are for, [text, key] each; first where the keypad is, and the socket if that is known. */
export function tourOf(app) {
  const { words, kiosk } = app;
  return [
    [placed(app, 'KEYPAD', 'voice.keypad')],
    ...(placeOf(kiosk, 'JACK') ? [[placed(app, 'JACK', 'voice.jack')]] : []),
    ...words.list('voice.tour').map((text, i) => [text, `voice.tour.${i}`]),
  ];
}
