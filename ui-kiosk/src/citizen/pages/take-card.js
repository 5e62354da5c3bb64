import { pictures } from '../../shared/pictures.js';

/** C11: the visit is over and wiped; only the card is left. Taking it is the act, so there is no primary. */
export function takeCard(app) {
  const { words, visit } = app;
  const present = visit.view.takeCard?.present !== false;
  const social = visit.view.takeCard?.card === 'SOCIAL_CARD';
  return {
    name: 'take-card',
    // Said to everybody: a card left behind is a worse thing than a voice in the hall.
    aloud: present,
    again: present ? 6_000 : undefined,
    signal: 'take',
    title: words.text(social ? 'takeCard.socialTitle' : 'takeCard.title'),
    lead: words.text(social ? 'takeCard.socialLead' : 'takeCard.lead'),
    picture: present ? left(words, social) : pictures.done(),
    live: present
      ? { kind: 'warn', text: words.text(social ? 'takeCard.socialPresent' : 'takeCard.present') }
      : { kind: 'ok', text: words.text('takeCard.gone') },
    actions: present
      ? [
          { action: 'card-stuck', label: words.text('button.cardStuck'), kind: 'other', press: () => app.callHelp() },
          { action: 'card-taken', label: words.text('button.taken'), kind: 'other', press: () => app.act('card-taken') },
        ]
      : [],
  };
}

function left(words, social) {
  return social ? pictures.pullCard(words.text('takeCard.socialPicture')) : pictures.takeCard(words.text('takeCard.picture'));
}
