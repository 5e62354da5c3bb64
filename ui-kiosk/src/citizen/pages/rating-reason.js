import { html } from 'lit';
import { pictures } from '../../shared/pictures.js';

/** As the runtime names them. */
const REASONS = ['HARD_TO_USE', 'DEVICE', 'TOO_SLOW', 'PAPERS', 'NOT_DONE'];

/** C10 continued: what was worst, after a low rating that is taken already; one press says it, saying nothing is as easy. */
export function ratingReason(app) {
  const { words } = app;
  const say = (reason) => () => app.act('rating-reason', { reason });
  return {
    name: 'rating-reason',
    title: words.text('ratingReason.title'),
    lead: words.text('ratingReason.lead'),
    side: pictures.rating(),
    fill: 'body',
    body: html`<div class="levels">
      ${REASONS.map(
        (reason) => html`<button type="button" class="row" data-action="rating-reason" data-reason=${reason} @click=${say(reason)}>
          <span class="row-name">${words.text(`ratingReason.reason.${reason}`)}</span>
        </button>`,
      )}
    </div>`,
    actions: [
      { action: 'rating-reason-skip', label: words.text('button.skipReason'), kind: 'other', press: say(null) },
    ],
  };
}
