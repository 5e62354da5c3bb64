import { countOf, listed } from '../../shared/find.js';
import { pictures } from '../../shared/pictures.js';
import { rows } from './items.js';
import { backAction } from './step.js';

/** C2 continued: the items of one tile; first those that can be done now, then those that cannot, and why. */
export function list(app) {
  const { words, visit, kiosk } = app;
  const { event } = visit.finding;
  const { all, now } = countOf(app.items, event);
  return {
    name: 'list',
    step: words.text('step.first'),
    title: event === null ? words.text('items.everythingTitle') : words.text(`life.${event}`),
    lead: words.text(now < all ? 'items.someLead' : 'items.lead', { n: all, now }),
    side: kiosk?.online === false ? pictures.offline() : pictures.items(),
    fill: 'body',
    body: rows(app, listed(app.items, event)),
    actions: [
      backAction(app, () => {
        visit.finding.back();
        app.requestUpdate();
      }),
    ],
  };
}
