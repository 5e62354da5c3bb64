import { html, nothing } from 'lit';
import { icons } from '../../shared/icons.js';
import { button } from '../../shared/template.js';
import { choices, consent, missingLine, moment, photos, savedLine, textField, writeActions } from '../parts.js';
import { tags } from './houses.js';

/** W2: a household; only what changed is written down. */
export const visit = {
  title: ({ words, draft }) => `${words.text(draft.fresh ? 'visit.fresh' : 'visit.title')} ${draft.title}`,

  body(app) {
    const { words, draft } = app;
    return html`${missingLine(app)}<div class="columns"><div>
        ${draft.fresh ? where(app) : nothing}
        <h2>${words.text('visit.people', { n: draft.people.length })}</h2>
        <ul class="rows">${draft.people.map((person) => personRow(app, person))}</ul>
        ${button({ action: 'add-person', label: words.text('visit.addPerson'), press: () => app.person(app.freePlace()) })}
        ${draft.fresh ? nothing : textField(app, 'address', { label: words.text('field.address') })}
        ${choices(app, 'use', ['OWN', 'RENT', 'EMPTY'].map((use) => [use, words.text(`use.${use}`)]), { label: words.text('field.use') })}
        ${textField(app, 'note', { label: words.text('field.note'), many: true })}
      </div><div>
        ${photos(app, draft.slots[0])}${here(app)}${consent(app)}
      </div></div>`;
  },

  actions: (app) => html`${savedLine(app)}${writeActions(app, app.words.text('handIn.visit'))}`,
};

/** Of a new household the address comes first; its parts help the platform to find it in its own list. */
function where(app) {
  const { words } = app;
  return html`${textField(app, 'address', { label: words.text('field.address'), hint: words.text('visit.freshHint') })}
    <div class="parts">${['building', 'unit', 'room'].map((part) => textField(app, part, { label: words.text(`field.${part}`), most: 20 }))}</div>`;
}

function personRow(app, person) {
  const { words } = app;
  const shown = app.revealed?.person === person.index ? app.revealed.number : person.number;
  return html`<li class="row flat">
    <span class="row-number">${person.index}</span>
    <span class="row-text"><span class="row-name">${person.name} ${person.relation}${person.changed ? html` <span class="tag">${words.text('houses.changed')}</span>` : nothing}</span>
      <span class="row-note number">${shown} ${tags(words, person.tags)}</span></span>
    ${person.number && !app.draft.fresh ? button({ action: `reveal-${person.index}`, label: words.text('visit.reveal'), press: () => app.reveal(person.index) }) : nothing}
    ${button({ action: `person-${person.index}`, label: words.text('visit.change'), press: () => app.person(person.index) })}</li>`;
}

/** Place and time of what is written. */
export function here(app) {
  const { words, draft } = app;
  const placed = draft.answers.lat !== undefined;
  return html`<p class="facts">${placed ? icons.ok : icons.warn}<span>${words.text(placed ? 'place.ok' : 'place.none')}</span>
    ${icons.ok}<span>${words.text('time', { at: moment(draft.answers.seenAt) })}</span></p>`;
}
