import { html, nothing } from 'lit';
import { icons } from '../../shared/icons.js';

/** Every household of the grid. */
export const houses = {
  title: ({ words, houses: all }) => words.text('houses.title', { n: all.length }),

  body(app) {
    const { words } = app;
    return html`<ul class="rows">${app.houses.map(
      (house) => html`<li><button type="button" class="row" data-house=${house.id} @click=${() => app.begin({ kind: 'VISIT', household: house.id })}>
        <span class="row-text"><span class="row-name">${house.address}</span>
          <span class="row-note">${house.head} ${words.text('houses.people', { n: house.people })} ${tags(words, house.tags)}</span></span>
        <span class="row-due ${house.conflicts ? 'late' : ''}">${house.conflicts
          ? words.text('houses.conflict', { n: house.conflicts })
          : house.changed ? words.text('houses.changed') : nothing}</span>${icons.forward}</button></li>`,
    )}</ul>`;
  },
};

export function tags(words, all) {
  return all.map((tag) => html`<span class="tag">${words.text(`tag.${tag}`)}</span>`);
}
