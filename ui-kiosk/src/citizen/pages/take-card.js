import { pictures } from '../../shared/pictures.js';

/** C11: the visit is over and wiped; only the card is left. Taking it is the act, so there is no primary. */
export function takeCard(app) {
  const { words, visit } = app;
  const present = visit.view.takeCard?.present !== false;
  return {
    name: 'take-card',
    // Said to everybody: a card left behind is a worse thing than a voice in the hall.
    aloud: present,
    again: present ? 6_000 : undefined,
    signal: 'take',
    title: words.text('takeCard.title'),
    lead: words.text('takeCard.lead'),
    picture: present ? pictures.takeCard(words.text('takeCard.picture')) : pictures.done(),
    live: present
      ? { kind: 'warn', text: words.text('takeCard.present') }
      : { kind: 'ok', text: words.text('takeCard.gone') },
    actions: present
      ? [
          { action: 'card-stuck', label: words.text('button.cardStuck'), kind: 'other', press: () => app.callHelp() },
          { action: 'card-taken', label: words.text('button.taken'), kind: 'other', press: () => app.act('card-taken') },
        ]
      : [],
  };
}
