import { html } from 'lit';
import { button } from '../../shared/template.js';

const FIELDS = ['code', 'platform', 'authority'];

/** The one-time code: typed, sent once, and forgotten here at once. */
export function enrolment(app) {
  const { words, own } = app;
  return html`<div class="form">
    ${FIELDS.map((field) => html`<div class="form-row">
      <label for="enrol-${field}">${words.text(`setup.${field}`)}</label>
      <input id="enrol-${field}" name=${field} autocomplete="off" autocapitalize="characters" maxlength="100" .value=${own[field] ?? ''}
        @input=${(event) => app.set({ [field]: event.target.value })}>
      ${field === 'code' ? html`<span class="note">${words.text('setup.codeHint')}</span>` : ''}
    </div>`)}
    ${button({ action: 'enrol', label: words.text('setup.enrol'), press: () => enrol(app), disabled: !own.code })}
  </div>`;
}

async function enrol(app) {
  const { code = '', platform = '', authority = '' } = app.own;
  app.set({ code: '' });
  const answer = await app.load('setup/enrol', { code: code.trim(), platform: platform.trim(), authority: authority.trim() });
  if (answer) app.say('ok', app.words.text('setup.restart'));
}
