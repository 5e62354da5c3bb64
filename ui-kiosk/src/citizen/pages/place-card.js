import { pictures } from '../../shared/pictures.js';
import { backAction, stepOf } from './step.js';

/** C4: where the card goes, and what the reader is doing. The act is physical, so there is no primary. */
export function placeCard(app) {
  const { words, visit } = app;
  const state = visit.view.card?.state ?? 'WAITING';
  return {
    name: 'place-card',
    again: 8_000,
    step: stepOf(app),
    title: words.text('placeCard.title'),
    lead: words.text('placeCard.lead'),
    picture: pictures.reader(words.text('placeCard.picture')),
    live: { kind: state === 'READ' ? 'ok' : 'busy', text: words.text(`placeCard.${state}`) },
    actions: [
      backAction(app),
      { action: 'call-staff', label: words.text('button.noCard'), kind: 'other', press: () => app.callHelp() },
    ],
  };
}
