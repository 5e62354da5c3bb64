import { fitScreen } from '../shared/fit-screen.js';
import { guard } from '../shared/guards.js';
import { Keypad } from '../shared/keypad.js';

const app = document.querySelector('kiosk-app');
// Before the guard, which swallows the function keys a keypad may use.
const keypad = new Keypad({ told: (word, focused) => app.told?.(word, focused), typed: (event) => app.typed?.(event) });
keypad.listen(window);
guard(window);
fitScreen(window);
// The glass shows its first words before the machinery behind them is even fetched, and then all of it at once.
requestAnimationFrame(() =>
  setTimeout(async () => {
    document.head.append(document.querySelector('#machinery').content);
    (await import('./start.js')).start(app, keypad);
  }),
);
