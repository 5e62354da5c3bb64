import { html } from 'lit';
import '../../shared/components/turner.js';
import { chinese, valueShown } from '../../shared/template.js';

/** What was found, row by row; what is missing comes first. */
export function list(app, found, wanted) {
  const { words } = app;
  const plain = found.rows.map((row) => entry(words, row.label, row.value));
  const missing = wanted.map((paper) => entry(words, words.text('result.missing'), paper.value ? `${paper.label}：${paper.value}` : paper.label));
  return html`<kk-turner .words=${words} layout=${app.display.key} listRole="list" label=${words.text('result.title')}
      .blocks=${[...missing, ...plain]}></kk-turner>`;
}

function entry(words, label, value) {
  return html`<div role="listitem" class="row answer">
    <span class="row-text"><span class="row-note">${chinese(words, label)}</span>
      <span class="row-name">${valueShown(words, value)}</span></span></div>`;
}

/** Shows what is masked for some seconds. */
export function reveal(app) {
  return { action: 'reveal', label: app.words.text('button.reveal'), kind: 'other', press: () => app.act('reveal') };
}
