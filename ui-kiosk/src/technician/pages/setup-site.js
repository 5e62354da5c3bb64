import { html, nothing } from 'lit';
import { finding } from '../parts.js';

const FIELDS = ['site', 'organisation', 'node', 'address', 'panelInches', 'bottomEdgeMm'];

/** Where the machine stands. Typed on a keyboard, or on the board below, whichever field has the cursor. */
export function site(app) {
  const { words, data } = app;
  const typed = app.own.site ?? data.site;
  const type = (field, value) => app.set({ site: { ...typed, [field]: value } });
  return html`<div class="form">
      ${FIELDS.map((field) => html`<div class="form-row">
        <label for="site-${field}">${words.text(`setup.field.${field}`)}</label>
        <input id="site-${field}" name=${field} autocomplete="off" maxlength="60" aria-describedby="hint-${field}"
          inputmode=${/Inches|Mm/.test(field) ? 'decimal' : 'text'} .value=${typed[field] ?? ''}
          @focus=${() => app.set({ field })} @input=${(event) => type(field, event.target.value)}>
        <span class="note" id="hint-${field}">${words.text(`setup.hint.${field}`)}</span>
      </div>`)}
    </div>
    <ul class="findings">${data.steps.SITE.findings.map((one) => finding(app, one))}</ul>
    <button type="button" class="button" data-action="keyboard" aria-expanded=${String(Boolean(app.own.board))} @click=${() => board(app)}>${words.text('action.keyboard')}</button>
    ${app.own.board ? html`<kk-text-board .words=${app.own.board} layout=${app.language} @key=${(event) => key(app, event.detail, typed, type)}></kk-text-board>` : nothing}`;
}

/** Answers whether it was taken. */
site.save = async (app) => {
  const typed = app.own.site ?? app.data.site;
  const answers = Object.fromEntries(FIELDS.map((field) => [field, (typed[field] ?? '').trim()]));
  return Boolean(await app.load('setup/site', answers));
};

/** The board and the words it needs come only when somebody wants it. */
async function board(app) {
  if (app.own.board) return app.set({ board: null });
  const [{ Words }] = await Promise.all([import('../../shared/i18n.js'), import('../../shared/components/text-board.js')]);
  return app.set({ board: new Words(app.language), field: app.own.field ?? FIELDS[0] });
}

function key(app, name, typed, type) {
  const { field } = app.own;
  const before = [...(typed[field] ?? '')];
  if (name === 'erase') type(field, before.slice(0, -1).join(''));
  else if (name === 'clear') type(field, '');
  else type(field, before.join('') + name);
}
