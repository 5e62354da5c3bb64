import { html, nothing } from 'lit';
import { icons } from '../../shared/icons.js';
import { button } from '../../shared/template.js';
import { savedLine, textField } from '../parts.js';

const TAGS = ['ELDERLY', 'DISABLED', 'ALONE', 'LOW_INCOME', 'TENANT'];

/** W3: one person of the household. */
export const person = {
  title: ({ words, place }) => words.text('person.title', { n: place }),

  body(app) {
    const { words, draft, place } = app;
    const line = draft.people.find((one) => one.index === place);
    const known = (part, value) => (draft.answers[`p${place}${part}`] === undefined && value ? words.text('person.known', { value }) : nothing);
    const field = (part, options = {}) => textField(app, `p${place}${part}`, { label: words.text(`field.${part}`), ...options });
    return html`<div class="columns"><div>
        ${draft.reader ? html`<div class="asked">${button({
          action: 'read-card', label: words.text(app.waitingForCard ? 'person.placeCard' : 'person.readCard'), press: () => app.readCard(),
        })}</div>` : nothing}
        ${field('Name', { hint: known('Name', line?.name) })}
        ${field('Number', { kind: 'id', hint: numberHint(app, known('Number', line?.number)) })}
        ${field('Phone', { kind: 'digits' })}
      </div><div>
        ${field('Relation', { hint: known('Relation', line?.relation) })}
        <div class="asked" role="group" aria-label=${words.text('field.Tags')}><p class="label">${words.text('field.Tags')}</p>
          <div class="options">${TAGS.map((tag) => tagButton(app, tag, line?.tags ?? []))}</div></div>
      </div></div>`;
  },

  actions(app) {
    const { words } = app;
    return html`${savedLine(app)}<div class="actions">
      ${button({ action: 'clear-person', label: words.text('person.clear'), press: () => app.clearPerson() })}
      ${button({ action: 'next-person', label: words.text('person.next'), press: () => app.person(app.freePlace()) })}
      ${button({ action: 'to-visit', label: words.text('person.back'), kind: 'primary', press: () => app.go('visit') })}
    </div>`;
  },
};

function numberHint(app, known) {
  const { words, draft, place } = app;
  const field = `p${place}Number`;
  const typed = draft.answers[field];
  if (!typed) return known;
  const problem = draft.numbers[field];
  return problem
    ? html`<span class="bad" role="alert">${icons.warn}${words.text(`number.${problem.code}`, { n: problem.position })}</span>`
    : html`<span class="good">${icons.ok}${words.text('number.ok')}</span>`;
}

function tagButton(app, tag, worn) {
  const on = worn.includes(tag);
  const next = on ? worn.filter((one) => one !== tag) : TAGS.filter((one) => one === tag || worn.includes(one));
  return html`<button type="button" class="option" aria-pressed=${on} data-tag=${tag} @click=${() => app.type(`p${app.place}Tags`, next.join(','))}>
    ${on ? icons.ok : nothing}<span>${app.words.text(`tag.${tag}`)}</span></button>`;
}
