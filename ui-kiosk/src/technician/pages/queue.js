import { html, nothing } from 'lit';
import { button } from '../../shared/template.js';
import { actions, moment } from '../parts.js';

/** T4: what was given up and what waits. No personal data, even for technicians. */
export function queue(app) {
  const { words, data } = app;
  return {
    title: words.text('queue.title'),
    body: !data
      ? nothing
      : html`<p class="lead">${words.text('queue.note')}</p>
          <section><h2>${words.text('queue.dead', { n: data.deadLetters })}</h2>${table(app, data.dead, true)}</section>
          <section><h2>${words.text('queue.waiting', { n: data.pending })}</h2>${table(app, data.waiting, false)}</section>
          ${actions(
            { action: 'refresh', label: words.text('action.refresh'), press: () => queue.load(app) },
            data.deadLetters > 0 && { action: 'retry-all', label: words.text('queue.retryAll'), kind: 'primary', press: () => retry(app, 'all') },
          )}`,
  };
}

queue.load = (app) => app.load('queue');

function table(app, rows, dead) {
  const { words } = app;
  if (rows.length === 0) return html`<p>${words.text('queue.none')}</p>`;
  const heads = ['slip', 'item', 'attempts', 'at', ...(dead ? ['reason'] : [])];
  return html`<div class="wide" tabindex="0" role="group" aria-label=${words.text('queue.title')}><table>
    <thead><tr>${heads.map((head) => html`<th scope="col">${words.text(`queue.${head}`)}</th>`)}${dead ? html`<td></td>` : nothing}</tr></thead>
    <tbody>${rows.map((row) => html`<tr data-id=${row.id}>
      <td>${row.slip || row.kind}</td><td>${row.item}</td><td>${row.attempts}</td><td>${moment(row.queuedAt)}</td>
      ${dead ? html`<td>${row.reason}</td><td>${button({ action: 'retry', label: words.text('action.retry'), kind: 'small', press: () => retry(app, row.id) })}</td>` : nothing}
    </tr>`)}</tbody></table></div>`;
}

async function retry(app, id) {
  const answer = await app.ask('retry', { id });
  if (!answer) return;
  await queue.load(app);
  app.say('ok', app.words.text('queue.retried', { n: answer.retried }));
}
