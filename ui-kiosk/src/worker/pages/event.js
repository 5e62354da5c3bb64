import { html, nothing } from 'lit';
import { button } from '../../shared/template.js';
import { choices, missingLine, photos, savedLine, textField, writeActions } from '../parts.js';
import { here } from './visit.js';

const CATEGORIES = ['SANITATION', 'FIRE', 'ROAD', 'DISPUTE', 'SECURITY', 'FOOD', 'CARE', 'OTHER'];
const MARKS = { SANITATION: '卫', FIRE: '火', ROAD: '路', DISPUTE: '纠', SECURITY: '安', FOOD: '食', CARE: '帮', OTHER: '他' };

/** W4: an event; place and photo missing never hold it up. */
export const event = {
  title: ({ words }) => words.text('event.title'),

  body(app) {
    const { words, draft } = app;
    const of = (group, all) => all.map((value) => [value, words.text(`event.${group}.${value}`), group === 'category' ? MARKS[value] : null]);
    return html`${missingLine(app)}<div class="columns"><div>
        ${choices(app, 'category', of('category', CATEGORIES), { label: words.text('field.category'), className: 'tiles' })}
        ${choices(app, 'urgency', of('urgency', ['NORMAL', 'SOON', 'URGENT']), { label: words.text('field.urgency') })}
        ${textField(app, 'text', { label: words.text('field.text'), many: true })}
      </div><div>
        ${textField(app, 'place', { label: words.text('field.place') })}
        ${photos(app, draft.slots[0])}${voice(app)}${here(app)}
        ${choices(app, 'how', of('how', ['SELF', 'UP']), { label: words.text('field.how') })}
        ${draft.answers.how === 'SELF' ? textField(app, 'result', { label: words.text('field.result') }) : nothing}
      </div></div>`;
  },

  actions: (app) => html`${savedLine(app)}${writeActions(app, app.words.text('handIn.button'))}`,
};

/** A note is recorded, heard and thrown away here; what is heard is what the runtime keeps. */
function voice(app) {
  const { words, draft } = app;
  const done = draft.pieces.includes('voice-note');
  const label = app.recording ? 'event.stop' : done ? 'event.voiceDone' : 'event.voice';
  const heard = done && !app.recording;
  return html`<div class="asked options">${button({ action: 'voice', label: words.text(label), press: () => app.record() })}
    ${heard ? button({ action: 'listen', label: words.text(app.listening ? 'event.listening' : 'event.listen'), press: () => app.listen() }) : nothing}
    ${heard ? button({ action: 'remove-voice-note', label: words.text('event.voiceRemove'), press: () => app.takeAway('voice-note') }) : nothing}</div>`;
}
