import { html } from 'lit';
import { actions } from '../parts.js';

/** The end of the log, masked by the runtime. */
export function log(app) {
  const { words, data } = app;
  const lines = data?.lines ?? [];
  return {
    title: words.text('log.title'),
    body: html`<p class="lead">${words.text(lines.length > 0 ? 'log.note' : 'log.none', { n: lines.length })}</p>
      <pre class="log" lang="en" tabindex="0" aria-label=${words.text('log.title')}>${lines.join('\n')}</pre>
      ${actions({ action: 'refresh', label: words.text('action.refresh'), kind: 'primary', press: () => log.load(app) })}`,
  };
}

log.load = async (app) => {
  await app.load('log');
  await app.updateComplete;
  const shown = app.querySelector('.log');
  if (shown) shown.scrollTop = shown.scrollHeight;
};
