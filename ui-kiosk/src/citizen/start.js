import { Api } from '../shared/api.js';
import { FreshPage } from '../shared/fresh-page.js';
import { QuietCorner } from '../shared/quiet-corner.js';
import './kiosk-app.js';

/** Wakes the screens up. */
export function start(app, keypad) {
  const token = document.querySelector('meta[name=kiosk-token]').content;
  app.start(new Api(token), keypad);
  // Only while nobody is here: on the first page, and where the machine says that it serves nobody.
  const allowed = () => app.visit.view === null && app.visit.screen !== 'items' && app.outage !== 'out';
  new QuietCorner({ allowed, open: () => new FreshPage(token).leaveFor('/technician#panel', 1) }).listen(window);
}
