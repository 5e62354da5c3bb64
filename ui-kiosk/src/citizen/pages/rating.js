import { html } from 'lit';
import { icons } from '../../shared/icons.js';
import { pictures } from '../../shared/pictures.js';

const LEVELS = [5, 4, 3, 2, 1];

/** C10, 好差评: five equal rows, none preselected; one press rates and goes on; skipping is as easy. */
export function rating(app) {
  const { words } = app;
  const rate = (level) => () => app.act('rating', { level });
  return {
    name: 'rating',
    title: words.text('rating.title'),
    lead: words.text('rating.lead'),
    side: pictures.rating(),
    fill: 'body',
    body: html`<div class="levels">
      ${LEVELS.map(
        (level) => html`<button type="button" class="row level" data-action="rate" data-level=${level} @click=${rate(level)}>
          <span class="stars" role="img" aria-label=${words.text('rating.stars', { n: level })}>${stars(level)}</span>
          <span class="row-name">${words.text(`rating.level.${level}`)}</span>
        </button>`,
      )}
    </div>`,
    actions: [
      { action: 'rating-skip', label: words.text('button.skipRating'), kind: 'other', press: rate(0) },
    ],
  };
}

function stars(level) {
  return LEVELS.map((_, index) => (index < level ? icons.star : icons.starOff));
}
