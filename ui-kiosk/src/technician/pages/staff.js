import { html, nothing } from 'lit';
import { icons } from '../../shared/icons.js';
import { button } from '../../shared/template.js';
import { badge } from '../parts.js';
import { fields } from '../typing.js';

const ROLES = ['COUNTER', 'GRID_WORKER', 'TECHNICIAN', 'ADMINISTRATOR'];

/**
 * Who works here, as `kiosk staff` has it: technicians look and unlock, administrators do the rest. The runtime decides who
 * may; buttons nobody here may press are only left out.
 */
export function staff(app) {
  const { words, data, session } = app;
  const rules = session.role === 'ADMINISTRATOR';
  return {
    title: words.text('staff.title'),
    body: html`<p class="lead">${words.text(rules ? 'staff.lead' : 'staff.look')}</p>
      ${drawn(app)}
      ${data ? html`<ul class="cards">${data.staff.map((one) => member(app, one, rules))}</ul>` : nothing}
      ${rules && data ? add(app) : nothing}`,
  };
}

staff.load = (app) => app.load('staff/list');

/** A PIN that was drawn is shown once, to be handed over; the next thing done takes it away. */
function drawn({ words, own }) {
  return own.drawn ? html`<p class="line ok" data-drawn=${own.drawn.badge}>${icons.ok}<span>${words.text('staff.drawn', own.drawn)}</span></p>` : nothing;
}

function member(app, one, rules) {
  const { words, own, session } = app;
  const sure = own.sure === one.badge;
  const self = one.badge === session.badge;
  return html`<li class="card" data-badge=${one.badge}>
    <b>${one.badge}</b><span>${words.text(`staff.role.${one.role}`)}</span>
    ${one.locked ? badge('FAIL', words.text('staff.locked')) : badge('OK', words.text('staff.open'))}
    ${one.mustChange ? badge('WARN', words.text('staff.mustChange')) : nothing}
    ${one.wrong > 0 ? html`<span class="note">${words.text('staff.wrong', { n: one.wrong })}</span>` : nothing}
    ${one.cards.map((card) => html`<span class="note">${words.text('staff.card', { card })}</span>`)}
    <div class="acts small-acts">
      ${one.locked ? small('unlock', words.text('staff.unlock'), () => change(app, 'unlock', { badge: one.badge })) : nothing}
      ${rules && !self ? small('reset', words.text('staff.reset'), () => change(app, 'reset', { badge: one.badge })) : nothing}
      ${rules ? small('card', words.text('staff.addCard'), () => app.set({ card: one.badge, key: '', drawn: null })) : nothing}
      ${rules ? one.cards.map((card) => small('remove-card', words.text('staff.removeCard', { card: card.slice(0, 4) }),
        () => change(app, 'remove-card', { badge: one.badge, card }))) : nothing}
      ${rules && !self ? small(sure ? 'remove-sure' : 'remove', words.text(sure ? 'staff.sure' : 'staff.remove'),
        () => (sure ? change(app, 'remove', { badge: one.badge }) : app.set({ sure: one.badge }))) : nothing}
    </div>
    ${rules && own.card === one.badge ? key(app, one) : nothing}
  </li>`;
}

function small(action, label, press) {
  return button({ action, label, kind: 'small', press });
}

/** The card's public key, pasted on the laptop it was read with. */
function key(app, one) {
  const { words, own } = app;
  return html`<div class="form-row"><label for="card-key">${words.text('staff.key')}</label>
      <textarea id="card-key" rows="6" spellcheck="false" autocomplete="off" aria-describedby="hint-card-key" .value=${own.key}
        @input=${(event) => app.set({ key: event.target.value })}></textarea>
      <span class="note" id="hint-card-key">${words.text('staff.keyHint')}</span></div>
    <div class="acts small-acts">${button({ action: 'add-card', label: words.text('staff.takeCard'), disabled: own.key === '',
      press: () => change(app, 'add-card', { badge: one.badge, key: own.key }) })}</div>`;
}

function add(app) {
  const { words, own } = app;
  const name = own.badge ?? '';
  return html`<section><h2>${words.text('staff.add')}</h2>
    ${fields(app, [{ id: 'staff-badge', name: 'badge', kind: 'word', most: 16, label: words.text('staff.badge'), hint: words.text('staff.badgeHint'), value: name, type: (value) => app.set({ badge: value }) }])}
    <div class="acts" role="group" aria-label=${words.text('staff.which')}>${ROLES.map((role) => html`<button type="button" class="button small" data-role=${role}
      aria-pressed=${String(own.role === role)} @click=${() => app.set({ role })}>${own.role === role ? icons.ok : nothing}<span>${words.text(`staff.role.${role}`)}</span></button>`)}</div>
    <div class="acts">${button({ action: 'add', label: words.text('staff.take'), kind: 'primary', disabled: name === '' || !own.role,
      press: () => change(app, 'add', { badge: name.trim(), role: own.role }) })}</div></section>`;
}

/** One change; then the book as it is now. Of a drawn PIN nothing stays behind the next step. */
async function change(app, call, body) {
  app.set({ sure: null, drawn: null });
  const answer = await app.ask(`staff/${call}`, body);
  if (!answer) return;
  app.own = answer.pin ? { drawn: { badge: body.badge, pin: answer.pin } } : {};
  await app.load('staff/list');
  if (!answer.pin && app.session) app.say('ok', app.words.text('staff.done'));
}
