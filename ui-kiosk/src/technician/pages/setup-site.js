import { html } from 'lit';
import { finding } from '../parts.js';
import { fields } from '../typing.js';

const FIELDS = { site: 'text', organisation: 'text', node: 'word', address: 'text', elsewhere: 'text', panelInches: 'number', bottomEdgeMm: 'number' };

/** Where the machine stands. */
export function site(app) {
  const { words, data } = app;
  const typed = app.own.site ?? data.site;
  return html`${fields(app, Object.entries(FIELDS).map(([name, kind]) => ({
      id: `site-${name}`, name, kind, most: 60,
      label: words.text(`setup.field.${name}`), hint: words.text(`setup.hint.${name}`),
      value: typed[name] ?? '', type: (value) => app.set({ site: { ...typed, [name]: value } }),
    })))}
    <ul class="findings">${data.steps.SITE.findings.map((one) => finding(app, one))}</ul>`;
}

/** Answers whether it was taken. */
site.save = async (app) => {
  const typed = app.own.site ?? app.data.site;
  const answers = Object.fromEntries(Object.keys(FIELDS).map((name) => [name, (typed[name] ?? '').trim()]));
  const taken = Boolean(await app.load('setup/site', answers));
  if (taken) app.set({ board: null });
  return taken;
};
