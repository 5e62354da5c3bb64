import { html } from 'lit';
import '../../shared/components/turner.js';
import { paragraphs } from '../../shared/paragraphs.js';
import { chinese } from '../../shared/template.js';
import { slipLine } from './accepted.js';
import { backAction, stepOf } from './step.js';

/** A LOCAL item: a text to read here and to take home on paper. */
export function guide(app) {
  const { words, visit } = app;
  const { guide: text, accepted } = visit.view;
  const print = { slip: text.slip ?? accepted?.slip, slipFault: text.slipFault ?? accepted?.slipFault };
  const again = ['PRINTED', 'FAILED', 'UNKNOWN'].includes(print.slip);
  return {
    name: 'guide',
    step: stepOf(app),
    title: text.title,
    titleIsData: true,
    live: slipLine(app, 'guide', print),
    fill: 'text',
    body: html`<kk-turner class="prose" .words=${words} layout=${app.display.key}
      .blocks=${paragraphs(text.paragraphs).map((part) => html`<p>${chinese(words, part)}</p>`)}></kk-turner>`,
    actions: [
      backAction(app, () => app.backToItems()),
      { action: 'finish', label: words.text('button.finish'), kind: 'other', press: () => app.act('continue') },
      {
        action: 'print',
        label: words.text(again ? 'button.printAgain' : 'button.printPage'),
        kind: 'primary',
        press: () => app.act('print'),
      },
    ],
  };
}
