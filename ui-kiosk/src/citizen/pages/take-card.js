import { placed, placeOf } from '../../shared/front.js';
import { pictures } from '../../shared/pictures.js';

/** C11: the visit is over and wiped; only the card is left. Taking it is the act, so there is no primary. */
export function takeCard(app) {
  const { words, visit } = app;
  const present = visit.view.takeCard?.present !== false;
  const part = visit.view.takeCard?.card === 'SOCIAL_CARD' ? 'SOCIAL_CARD' : 'CARD';
  const social = part === 'SOCIAL_CARD';
  // Whoever finds a card here that is not theirs is told that it is looked after.
  const lies = (social ? 'takeCard.socialPresent' : 'takeCard.present') + (app.help?.waiting ? 'Called' : '');
  return {
    name: 'take-card',
    // Said to everybody: a card left behind is a worse thing than a voice in the hall.
    aloud: present,
    again: present ? 6_000 : undefined,
    signal: 'take',
    title: words.text(social ? 'takeCard.socialTitle' : 'takeCard.title'),
    lead: placed(app, part, social ? 'takeCard.socialLead' : 'takeCard.lead'),
    picture: present ? left(app, part, social ? 'takeCard.socialPicture' : 'takeCard.picture') : pictures.done(),
    live: present
      ? { kind: 'warn', text: words.text(lies) }
      : { kind: 'ok', text: words.text('takeCard.gone') },
    actions: present
      ? [
          { action: 'card-stuck', label: words.text('button.cardStuck'), kind: 'other', press: () => app.callHelp() },
          { action: 'card-taken', label: words.text('button.taken'), kind: 'other', press: () => app.act('card-taken') },
        ]
      : [],
  };
}

function left(app, part, key) {
  const place = placeOf(app.kiosk, part);
  const label = placed(app, part, key);
  return place ? pictures.front(part, place, label, true) : pictures.pullCard(label);
}
