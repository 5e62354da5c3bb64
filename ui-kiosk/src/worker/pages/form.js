import { html } from 'lit';
import { choices, consent, fieldName, missingLine, photos, savedLine, textField, writeActions } from '../parts.js';
import { here } from './visit.js';

/** A form whose questions the platform wrote, perhaps this morning. */
export const form = {
  title: ({ words, draft }) => draft.title || words.text('form.title'),

  body(app) {
    const { words, draft } = app;
    return html`${missingLine(app)}<div class="columns"><div>${draft.questions.map((asked) => question(app, asked))}</div>
      <div>${draft.slots.map((slot) => photos(app, slot))}${consent(app)}</div></div>`;
  },

  actions: (app) => html`${savedLine(app)}${writeActions(app, app.words.text('handIn.button'))}`,
};

function question(app, asked) {
  const label = fieldName(app.words, asked.id, app.draft);
  if (asked.kind === 'CHOICE') return choices(app, asked.id, asked.choices.map((one) => [one.value, one.label]), { label });
  const kind = asked.kind === 'PHONE' || asked.kind === 'NUMBER' ? 'digits' : 'text';
  return textField(app, asked.id, { label, kind, hint: asked.hint, many: asked.maxLength > 60 });
}

/** What became of a task that is no visit and no form. */
export const result = {
  title: ({ words, draft }) => draft.title || words.text('result.title'),

  body(app) {
    const { words, draft } = app;
    const outcomes = ['DONE', 'NOT_DONE'].map((value) => [value, words.text(`result.outcome.${value}`)]);
    return html`${missingLine(app)}<div class="columns"><div>
        ${choices(app, 'outcome', outcomes, { label: words.text('field.outcome') })}
        ${textField(app, 'text', { label: words.text('field.text'), many: true })}
      </div><div>${photos(app, draft.slots[0])}${here(app)}</div></div>`;
  },

  actions: form.actions,
};
