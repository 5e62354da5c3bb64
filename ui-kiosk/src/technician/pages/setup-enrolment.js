import { html, nothing } from 'lit';
import { button } from '../../shared/template.js';
import { fields } from '../typing.js';

const GROUP = /.{1,4}/g;
export const CODE_LENGTH = 16;

/** The one-time code: typed, sent once, and forgotten here at once. Where it goes is usually set already. */
export function enrolment(app) {
  const { words, own, data } = app;
  if (data.steps.ENROLMENT.outcome === 'PASSED') return html`<p>${words.text('setup.enrolled')}</p>`;
  const typed = plain(own.code).length;
  const list = [
    { name: 'code', kind: 'code', most: 19, value: own.code ?? '', hint: words.text('setup.codeHint', { n: typed }), type: (value) => app.set({ code: inGroups(value) }) },
    ...(own.more ? [
      { name: 'kioskId', kind: 'host', most: 32, value: own.kioskId ?? data.kioskId ?? '', hint: words.text('setup.kioskIdHint'), type: (kioskId) => app.set({ kioskId }) },
      { name: 'platform', kind: 'host', most: 200, value: own.platform ?? '', hint: words.text('setup.platformHint'), type: (platform) => app.set({ platform }) },
      { name: 'authority', kind: 'hex', most: 100, value: own.authority ?? '', hint: words.text('setup.authorityHint'), type: (authority) => app.set({ authority }) },
    ] : []),
  ].map((one) => ({ id: `enrol-${one.name}`, label: words.text(`setup.${one.name}`), ...one }));
  return html`${fields(app, list)}
    <div class="acts">
      ${own.more ? nothing : button({ action: 'more', label: words.text('setup.more'), press: () => app.set({ more: true }) })}
      ${button({ action: 'enrol', label: words.text('setup.enrol'), kind: 'primary', press: () => enrol(app), disabled: typed !== CODE_LENGTH })}
    </div>`;
}

/** A code without what stands between its groups. */
export function plain(code = '') {
  return code.replaceAll('-', '');
}

/** As it stands on the operator's sheet: four groups of four. */
export function inGroups(value) {
  const letters = value.toUpperCase().replace(/[^0-9A-Z*~$=]/g, '').slice(0, CODE_LENGTH);
  return (letters.match(GROUP) ?? []).join('-');
}

async function enrol(app) {
  const { code = '', kioskId = '', platform = '', authority = '' } = app.own;
  app.set({ code: '' });
  const answer = await app.ask('setup/enrol', { code, kioskId: kioskId.trim(), platform: platform.trim(), authority: authority.trim() }, 100_000);
  if (answer) return app.restarts('setup.restart');
  // Only these can be missing from the configuration, and then the page has to ask for them.
  if (['kioskId', 'platform', 'authority'].includes(app.refusedField)) app.set({ more: true });
  return undefined;
}
