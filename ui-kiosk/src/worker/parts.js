import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { icons } from '../shared/icons.js';
import { plainText } from '../shared/plain-text.js';
import { button } from '../shared/template.js';
import { officialTime } from '../shared/official-time.js';

/** A line of text to type: kept at every key; on touch the boards of the screen open below. */
export function textField(app, field, { label, kind = 'text', hint = nothing, many = false, most = many ? 500 : 200 } = {}) {
  const value = app.draft.answers[field] ?? app.draft.known[field] ?? '';
  const id = `f-${field}`;
  const common = {
    input: (event) => app.type(field, plainText(event.target.value, most)),
    focus: (event) => app.board(field, kind, event.target, most),
  };
  const box = many
    ? html`<textarea id=${id} rows="3" dir="auto" inputmode="none" spellcheck="false" data-field=${field} aria-describedby="h-${field}" .value=${live(value)}
        @input=${common.input} @click=${common.focus}></textarea>`
    : html`<input id=${id} type="text" dir="auto" autocomplete="off" spellcheck="false" data-field=${field}
        inputmode="none" aria-describedby="h-${field}" .value=${live(value)} @input=${common.input} @click=${common.focus} />`;
  const full = value.length >= most && [...value].length >= most;
  const said = full ? html`<span class="bad" role="status">${icons.warn}${app.words.text('field.full', { n: most })}</span>` : hint;
  return html`<div class="asked"><label for=${id}>${label}</label>${box}<p class="hint" id="h-${field}">${said}</p></div>`;
}

/** One of a few, as buttons that say what is chosen by a sign as well. */
export function choices(app, field, options, { label, className = '' } = {}) {
  const chosen = app.draft.answers[field] ?? app.draft.known[field] ?? '';
  return html`<div class="asked" role="radiogroup" aria-label=${label}><p class="label">${label}</p>
    <div class="options ${className}">${options.map(([value, text, mark]) => html`<button type="button" class="option" role="radio"
      aria-checked=${chosen === value} data-choice="${field}.${value}" @click=${() => app.type(field, value)}>
      ${mark ? html`<span class="mark" aria-hidden="true">${mark}</span>` : nothing}${chosen === value ? icons.ok : nothing}<span>${text}</span></button>`)}</div></div>`;
}

/** Photos of a slot: small pictures, each with its own way out, and the button to take one. */
export function photos(app, slot) {
  const { words, draft } = app;
  const taken = draft.pieces.filter((name) => name.startsWith(`${slot.id}-`));
  return html`<section class="asked photos"><p class="label">${slot.label || ''} ${words.text('photos.title', { n: taken.length })}</p>
    <div class="strip-of">${taken.map((name, at) => html`<figure><img alt=${words.text('photos.photo', { n: at + 1 })} src=${app.pictureOf(name)} />
      ${button({ action: `remove-${name}`, label: words.text('photos.remove'), press: () => app.takeAway(name) })}</figure>`)}
    ${taken.length < 4 ? button({ action: `photo-${slot.id}`, label: words.text('photos.add'), press: () => app.camera(slot.id) }) : nothing}</div></section>`;
}

/** Whether everything typed is on the disk, in words and by a sign. */
export function savedLine(app) {
  const state = app.saver?.state ?? 'saved';
  const sign = state === 'saved' ? icons.ok : icons.warn;
  return html`<p class="saved ${state}" data-saved=${state}>${sign}<span>${app.words.text(`saved.${state}`, { list: refusedNames(app) })}</span></p>`;
}

function refusedNames({ saver, words, draft }) {
  return (saver?.refused ?? []).map((field) => fieldName(words, field, draft)).join('、');
}

/** What must be there before it can be handed in, by the names the page uses. */
export function missingLine(app) {
  const { draft, words } = app;
  if (!app.asked || draft.missing.length === 0) return nothing;
  const names = draft.missing.map((field) => fieldName(words, field, draft));
  return html`<p class="line warn" role="alert">${icons.warn}<span>${words.text('handIn.missing', { list: names.join('、') })}</span></p>`;
}

/** The name of a field, people's fields by their place. */
export function fieldName(words, field, draft) {
  const person = /^p(\d+)(Name|Number|Phone|Relation|Tags)$/.exec(field);
  if (person) return words.text('field.person', { n: person[1], part: words.text(`field.${person[2]}`) });
  const asked = draft?.questions?.find((one) => one.id === field) ?? draft?.slots?.find((one) => one.id === field);
  if (asked?.label) return words.language === 'en' && asked.labelEnglish ? asked.labelEnglish : asked.label;
  return words.has(`field.${field}`) ? words.text(`field.${field}`) : field;
}

/** A moment as people say it. */
export function moment(iso) {
  if (!iso) return '';
  const at = officialTime(new Date(iso));
  return `${at.month}-${at.day} ${at.hour}:${at.minute}`;
}

/** What the resident is read, answers and signs, where the form asks for it. */
export function consent(app) {
  const { words, draft } = app;
  if (!draft.consentText) return nothing;
  const given = draft.consent === 'GIVEN';
  const refused = draft.consent === 'REFUSED';
  const visit = draft.kind === 'VISIT';
  return html`<section class="asked consent"><p class="label">${words.text('visit.consentTitle')}</p>
    <blockquote lang="zh-CN">${draft.consentText}</blockquote>
    <div class="options">${answer(app, 'agree', given, true)}${answer(app, 'disagree', refused, false)}</div>
    ${given ? html`<p class="facts">${draft.signed || !draft.signs ? icons.ok : icons.warn}<span>${words.text(draft.signed ? 'visit.signed' : 'visit.agreed')}</span></p>` : nothing}
    ${given && draft.signs ? button({ action: 'sign', label: words.text('visit.sign'), press: () => app.go('sign') }) : nothing}
    ${refused ? html`<p class="facts">${icons.warn}<span>${words.text(visit ? 'visit.disagreed' : 'form.disagreed')}</span></p>` : nothing}
    ${refused && visit ? textField(app, 'signRefused', { label: words.text('field.signRefused') }) : nothing}</section>`;
}

function answer(app, name, chosen, given) {
  return html`<button type="button" class="option" aria-pressed=${chosen} data-action=${name} @click=${() => app.consent(given)}>
    ${chosen ? icons.ok : nothing}<span>${app.words.text(`visit.${name}`)}</span></button>`;
}

/** The last row of a page that is written: throw away, and the primary button. */
export function writeActions(app, label) {
  const { words } = app;
  return html`<div class="actions">
    ${button({ action: 'back', label: words.text('back'), press: () => app.home() })}
    ${button({ action: 'discard', label: words.text(app.discarding ? 'sure' : 'discard'), press: () => app.discard() })}
    ${button({ action: 'hand-in', label, kind: 'primary', press: () => app.handIn() })}
  </div>`;
}
