import { html, nothing } from 'lit';
import { icons } from '../../shared/icons.js';
import { actions, badge } from '../parts.js';

/** Out of service and back; restarting asks first, and never while a citizen is being served. */
export function service(app) {
  const { words, data, own } = app;
  if (!data) return { title: words.text('service.title'), body: nothing };
  const open = data.closures.length === 0;
  const here = data.closures.includes('MAINTENANCE');
  return {
    title: words.text('service.title'),
    body: html`
      <p class="lead">${badge(open ? 'OK' : 'WARN', words.text(open ? 'service.open' : 'service.closed'))}</p>
      ${data.known ? nothing : html`<p>${words.text('service.notKnown')}</p>`}
      <ul class="plain">${data.closures.map((why) => html`<li data-closure=${why}>${words.text(`service.why.${why}`)}</li>`)}</ul>
      ${data.safeMode ? html`<p class="line warn">${icons.warn}<span>${words.text('service.safe', { why: data.safeMode })}</span></p>` : nothing}
      ${data.serving ? html`<p>${words.text('service.serving')}</p>` : nothing}
      ${actions(
        data.safeMode && { action: 'leave-safe-mode', label: words.text('service.leave'), press: () => app.load('safe-mode') },
        {
          action: own.sure ? 'restart-sure' : 'restart',
          label: words.text(own.sure ? 'service.sure' : 'service.restart'),
          press: () => (own.sure ? restart(app) : app.set({ sure: true })),
        },
        data.known && {
          action: here ? 'reopen' : 'close',
          label: words.text(here ? 'service.reopen' : 'service.close'),
          kind: 'primary',
          press: () => app.load('maintenance', { on: !here }),
        },
      )}`,
  };
}

service.load = (app) => app.load('service');

async function restart(app) {
  app.set({ sure: false });
  if (await app.ask('restart')) await app.restarts('service.restarting');
}
