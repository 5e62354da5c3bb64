import { Api } from '../shared/api.js';
import './kiosk-app.js';

/** Wakes the screens up. */
export function start(app, keypad) {
  app.start(new Api(document.querySelector('meta[name=kiosk-token]').content), keypad);
}
