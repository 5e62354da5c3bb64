import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { plainText } from '../shared/plain-text.js';

/**
 * Fields and the one board below them. A finger on a field brings the board, a real keyboard types as it always did; the
 * system's own keyboard is never asked for. A field is {id, name, label, hint, kind, value, type, most}: `kind` chooses
 * the keys ('text', 'number', 'word', 'code', 'host', 'hex', 'secret'), `type(value)` takes what was typed; what is `secret` is not shown.
 */
export function fields(app, list) {
  const { own } = app;
  const here = list.find((one) => one.id === own.typing) ?? list[0];
  return html`<div class="form">${list.map((one) => field(app, one))}</div>
    <button type="button" class="button" data-action="keyboard" aria-expanded=${String(Boolean(own.board))}
      @click=${() => (own.board ? app.set({ board: null }) : open(app, here.id))}>${app.words.text('action.keyboard')}</button>
    ${own.board ? sheet(app, here) : nothing}`;
}

function field(app, { id, name, label, hint, kind, value, type, secret = false, most = 100 }) {
  const chosen = app.own.board && app.own.typing === id;
  return html`<div class="form-row ${chosen ? 'chosen' : ''}">
    <label for=${id}>${label}</label>
    <input id=${id} name=${name} type=${secret ? 'password' : 'text'} autocomplete=${secret ? 'new-password' : 'off'} autocapitalize="off" spellcheck="false" inputmode="none" dir=${kind === 'text' ? 'auto' : 'ltr'}
      aria-describedby=${hint ? `hint-${id}` : nothing} .value=${live(value)}
      @focus=${() => app.set({ typing: id })} @click=${(event) => event.pointerType === 'touch' && open(app, id)}
      @input=${(event) => type(plainText(event.target.value, most))}>
    ${hint ? html`<span class="note" id=${`hint-${id}`}>${hint}</span>` : nothing}
  </div>`;
}

function sheet(app, { id, kind, label, value, type, most = 100 }) {
  const press = (event) => type(after(value, event.detail, most));
  const words = app.own.board;
  return html`<section class="sheet" data-typing=${id} aria-label=${label}>
    <p class="sheet-title">${label}</p>
    ${kind === 'text'
      ? html`<kk-text-board .words=${words} .api=${app.api} layout=${app.language} @key=${press}></kk-text-board>`
      : html`<kk-code-board .words=${words} kind=${kind} layout=${app.language} @key=${press}></kk-code-board>`}
  </section>`;
}

function after(value, key, most) {
  if (key === 'clear') return '';
  const before = [...value];
  return key === 'erase' ? before.slice(0, -1).join('') : plainText(before.join('') + key, most);
}

/** The boards and the words they need come only when somebody wants them. */
async function open(app, typing) {
  if (app.own.board) return show(app, { typing });
  const [{ Words }] = await Promise.all([
    import('../shared/i18n.js'),
    import('../shared/components/text-board.js'),
    import('../shared/components/code-board.js'),
  ]);
  return show(app, { board: new Words(app.language), typing });
}

/** The board never lies on the field it types into. */
async function show(app, own) {
  app.set(own);
  await app.updateComplete;
  document.getElementById(own.typing)?.scrollIntoView({ block: 'nearest' });
}
