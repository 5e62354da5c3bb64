import { html, nothing } from 'lit';
import { pictures } from '../../shared/pictures.js';
import { said } from '../../shared/template.js';

const SHOWN = 4;

/** C1: the invitation. One picture, one question, one button; what the machine can do stands above it. */
export function attract(app) {
  const { words } = app;
  return {
    name: 'attract',
    title: words.text('attract.title'),
    lead: words.text('attract.lead'),
    picture: pictures.attract(),
    below: offers(app),
    actions: [
      {
        action: 'start',
        label: words.text('button.start'),
        kind: 'primary',
        press: () => app.showItems(),
      },
    ],
  };
}

function offers({ items, words }) {
  const open = items.filter((item) => item.available);
  if (open.length === 0) return undefined;
  const more = open.length - SHOWN;
  return html`<section class="offers">
    <h2>${words.text('attract.here')}</h2>
    <ul>
      ${open.slice(0, SHOWN).map((item) => html`<li>${said(words, item, 'name')}</li>`)}
      ${more > 0 ? html`<li class="more">${words.text('attract.more', { n: more })}</li>` : nothing}
    </ul>
  </section>`;
}
