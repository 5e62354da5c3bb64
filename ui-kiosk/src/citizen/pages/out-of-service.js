import { html } from 'lit';
import { pictures } from '../../shared/pictures.js';
import { officialTime } from '../../shared/official-time.js';

/** The reasons that have words of their own, the one that matters most to a citizen first. */
const TOLD = ['POWER', 'SAFE_MODE', 'MAINTENANCE', 'HOURS'];

const LIVE = { HOURS: 'out.byItself', UNENROLLED: 'out.notYet' };

/** C13: the runtime cannot be reached, is starting, was never enrolled, is out of service, or can do nothing. Recovers alone. */
export function outOfService(app) {
  const { words, outage, phone, kiosk } = app;
  const starting = outage === 'starting';
  const why = outage === 'unenrolled' ? 'UNENROLLED' : outage === 'locked' ? TOLD.find((reason) => kiosk.closures?.includes(reason)) : undefined;
  const elsewhere = !starting && kiosk?.elsewhere ? [words.text('out.elsewhere', { place: kiosk.elsewhere })] : [];
  return {
    name: 'out',
    title: words.text(why ? `out.why.${why}.title` : starting ? 'out.startingTitle' : 'out.title'),
    lead: leadOf(words, outage, why, kiosk),
    picture: pictures.machine(!starting),
    live: { kind: 'busy', text: words.text(LIVE[why] ?? 'out.live') },
    below: html`<ol class="steps">
      ${[...elsewhere, ...words.list(starting ? 'out.startingSteps' : 'out.steps', { phone })].map((line) => html`<li>${line}</li>`)}
    </ol>`,
  };
}

function leadOf(words, outage, why, kiosk) {
  if (why) return words.text(`out.why.${why}.lead`, why === 'HOURS' ? { when: whenOf(words, kiosk.opens) } : {});
  return outage === 'nothing' ? words.text('out.nothing') : undefined;
}

/** A moment of the hall's own clock, "2026-11-23T08:30", as people say it. */
function whenOf(words, opens) {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(opens ?? '') ?? [];
  if (!time) return words.text('out.later');
  const now = officialTime();
  const days = (Date.UTC(year, month - 1, day) - Date.UTC(now.year, now.month - 1, now.day)) / 86_400_000;
  if (days === 0) return words.text('out.today', { time });
  if (days === 1) return words.text('out.tomorrow', { time });
  return words.text('out.onDay', { month: Number(month), day: Number(day), time });
}
