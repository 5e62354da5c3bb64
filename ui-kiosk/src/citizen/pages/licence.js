import { html, nothing } from 'lit';
import { pictures } from '../../shared/pictures.js';
import { button, chinese } from '../../shared/template.js';
import { facts } from './consent.js';

/** C7a: the licence the government has already, in place of the paper. */
export function licenceFace(app, paper, { back, next }) {
  const { words } = app;
  const { name, number, validUntil } = paper.licence;
  const rows = [
    [words.text('licence.name'), chinese(words, name)],
    [words.text('licence.number'), chinese(words, number)],
    ...(validUntil ? [[words.text('licence.until'), validUntil]] : []),
  ];
  return {
    title: words.text('licence.title', { label: words.pick(paper, 'label') }),
    lead: words.text('licence.lead'),
    picture: pictures.form(),
    live: { kind: 'ok', text: words.text('licence.used') },
    below: facts(words, rows),
    actions: [
      back,
      { action: 'use-paper', label: words.text('button.usePaper'), kind: 'other', press: () => use(app, paper, false) },
      next,
    ],
  };
}

/** The other ways to bring a paper, as links below the live table. */
export function otherWays(app, paper) {
  const { words, visit } = app;
  const room = visit.view.materials.room && paper.pages.length < paper.maxPages && !paper.broughtLater;
  const licence = paper.licence && !paper.licence.used;
  return [
    licence
      ? button({ action: 'use-licence', label: words.text('button.useLicence'), press: () => use(app, paper, true) })
      : nothing,
    visit.view.materials.phone && room
      ? button({ action: 'phone-open', label: words.text('button.byPhone'), press: () => byPhone(app, paper) })
      : nothing,
  ].filter((one) => one !== nothing);
}

function use(app, paper, licence) {
  return app.act('use-licence', { material: paper.id, use: licence });
}

/** Whether a photo comes or not, the same paper is on the page afterwards. */
function byPhone(app, paper) {
  app.visit.papers.want(paper.id);
  return app.act('phone-open', { material: paper.id });
}

/** A row of links, or nothing. */
export function links(list) {
  return list.length > 0 ? html`<div class="links">${list}</div>` : undefined;
}
