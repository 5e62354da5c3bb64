import { Speaker } from '../../shared/speaker.js';
import { Speech } from '../../shared/speech.js';
import { controlOf, nameOf, readingOf, utterance } from './script.js';
import { openStopsOf, stopsOf, wayBack, wayOn } from './stops.js';
import { tourOf } from './tour.js';

const PACES = ['slow', 'normal', 'fast'];
/** A finger on the glass moves the focus too; that is no question what the button is called. */
const TOUCH_MILLIS = 700;

/**
 * Speaks the screens to people who cannot see them, and takes the keypad's words. It reads the page as it stands,
 * changes nothing on it and keeps nothing of it.
 */
export class VoiceGuide {
  #app;
  #speech;
  #speaker;
  #live = '';
  #alert = '';
  #touchedAt = -Infinity;
  #endedAt = 0;
  #tour = false;
  #heldStar = 0;
  #arrivals = 0;
  /** False after the voice could not be had; the page says so. */
  works = true;

  constructor(app, api, speaker = new Speaker()) {
    this.#app = app;
    this.#speaker = speaker;
    this.#speech = new Speech(api, speaker, (ok) => this.#heard(ok));
  }

  get on() {
    return this.#app.display.voice;
  }

  /** Time does not run against somebody who is listening. */
  get holding() {
    return this.#speech.holding;
  }

  get speaking() {
    return this.#speech.speaking;
  }

  /** The citizen pressed or typed something: silence at once. */
  hush({ touch = false } = {}) {
    this.#arrivals++;
    if (touch) {
      this.#touchedAt = performance.now();
      this.#speaker.signal('tap');
    }
    this.#speech.stop();
  }

  /** A page is on the glass that was not there before. */
  arrived() {
    this.#live = this.#liveText();
    this.#alert = this.#alertText();
    this.#speech.stop();
    if (this.on) this.#whenDrawn(() => this.readPage());
    else if (this.#page.aloud) this.#say([...this.#title(), ...(this.#page.aloudToo ?? [])], { holds: false });
  }

  /** Lists and keyboards inside a page draw and measure themselves after it. */
  #whenDrawn(read) {
    const arrival = ++this.#arrivals;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (arrival === this.#arrivals && this.on) read();
    }));
  }

  /** The same page, drawn again: only what is new in its live lines is said. */
  redrawn() {
    const alert = this.#alertText();
    const live = this.#liveText();
    if (alert !== this.#alert && alert !== '') this.#speaker.signal('wrong');
    const news = alert !== this.#alert && alert !== '' ? '[role=alert]' : live !== this.#live && live !== '' ? '[role=status]' : null;
    this.#alert = alert;
    this.#live = live;
    if (news && this.on) this.#say(readingOf(this.#app.querySelector(news), this.#words), { polite: true });
  }

  /** Twice a second: a page may ask to be said again while nothing happens. */
  tick() {
    const every = this.#page.again;
    if (this.speaking) this.#endedAt = performance.now();
    if (!every || this.speaking || (!this.on && !this.#page.aloud)) return;
    if (performance.now() - this.#endedAt < every) return;
    if (this.#page.signal) this.#speaker.signal(this.#page.signal);
    this.#say(this.#title(), { holds: false });
  }

  /** Title, texts, and how many choices there are. */
  readPage(first = []) {
    const main = this.#app.querySelector('dialog[open]') ?? this.#app.querySelector('main');
    if (!main) return;
    const choices = openStopsOf(this.#app).filter((stop) => !stop.closest('.tools')).length;
    const live = main.querySelector('[role=status]');
    this.#say([
      ...first,
      ...this.#errorFirst(main),
      ...readingOf(main, this.#words),
      ...(live ? readingOf(live, this.#words) : []),
      ...(this.#page.hint ? [{ text: this.#page.hint, kind: 'text', lang: this.#lang }] : []),
      this.#own(choices > 0 ? 'choices' : 'tools', { n: choices }),
    ]);
  }

  /** The focus came to a control by a key. */
  focused(element) {
    if (!this.on || performance.now() - this.#touchedAt < TOUCH_MILLIS) return;
    if (element.matches('button')) this.#say(controlOf(element, this.#words));
  }

  /** A character was typed; a secret one is only counted. */
  typed(key, { secret = false } = {}) {
    if (!this.on) return;
    if (key === 'erase' || key === 'clear') this.#say([this.#own(key === 'erase' ? 'erased' : 'cleared')]);
    else if (secret) this.#say([this.#own('star')]);
    else if (/^\d$/.test(key)) this.#say([{ text: key, kind: 'digits', lang: this.#lang }]);
    else this.#say([{ text: key, kind: 'text', lang: 'zh' }]);
  }

  /** Everything on the glass that can be heard here: what is read, and what each stop says. */
  wholeScript() {
    const parts = [...this.#app.querySelectorAll('.strip, main, dialog[open], [role=status]')];
    const stops = stopsOf(this.#app);
    return [...parts.flatMap((part) => readingOf(part, this.#words)), ...stops.flatMap((stop) => controlOf(stop, this.#words))];
  }

  /** Any text of a page's own, said now. */
  tell(text, lang = this.#lang) {
    if (this.on) this.#say([{ text, lang, kind: 'text' }]);
  }

  /** The citizen turned the voice on or off. */
  turnedOn() {
    if (this.on) this.#whenDrawn(() => this.readPage([this.#own('hello'), this.#own('how')]));
    else this.hush();
  }

  /** A list or a text was turned to another page. */
  turnedTo(turner) {
    if (!this.on) return;
    const count = turner.querySelector('.pager-count');
    const names = [...turner.querySelectorAll('.turner-window button')];
    this.#say([
      ...(count ? [utterance(nameOf(count), count, this.#words)] : []),
      ...readingOf(turner.querySelector('.turner-window'), this.#words),
      ...(names.length > 0 ? [this.#own('choices', { n: names.length })] : []),
    ]);
  }

  readDialog() {
    if (this.on) this.readPage();
    else this.#speaker.signal('second');
  }

  /** The last seconds before an idle session ends. */
  countDown(seconds) {
    if (seconds <= 5) this.#speaker.signal('second');
    if (this.on && (seconds === 10 || seconds === 5)) this.#say([this.#own('seconds', { n: seconds })], { holds: false });
  }

  /** Nobody is here any more. */
  reset() {
    this.#speech.stop();
    this.#speaker.reset();
    this.#speech.pace = 'normal';
    this.#tour = false;
    this.works = true;
  }

  /** One word of the keypad. */
  key(word, focused = document.activeElement) {
    this.hush();
    if (word === 'jack-in') return this.#plugged(true);
    if (word === 'jack-out') return this.#plugged(false);
    if (word === 'help') return this.#app.callHelp();
    if (word === 'louder' || word === 'softer') return this.#loudness(word === 'louder' ? 1 : -1);
    if (this.#tour) {
      this.#tour = false;
      if (this.on) return this.#say(tourOf(this.#app).map(([text, clip]) => ({ text, kind: 'text', lang: this.#lang, clip })));
    }
    // On the first page any key of the keypad but Enter means: I cannot see this.
    if (!this.on && this.#app.visit.view === null && word !== 'confirm') {
      return this.#app.display.toggleVoice();
    }
    if (word === 'repeat') return this.#repeat();
    if (word === 'confirm') return this.#confirm(focused);
    if (word === 'back' || word === 'forward') return this.#turn(word);
    return this.#move(word === 'next' ? 1 : -1);
  }

  #move(by) {
    const stops = openStopsOf(this.#app);
    if (stops.length === 0) return;
    const at = stops.indexOf(document.activeElement);
    if (at + by < 0) {
      this.#app.querySelector('h1')?.focus({ preventScroll: true });
      this.readPage(readingOf(this.#app.querySelector('.strip'), this.#words));
      return;
    }
    stops[Math.min(at + by, stops.length - 1)].focus({ preventScroll: true });
    // The last one stays; it is said again, so that the key is not silent.
    if (at + by >= stops.length) this.focused(stops.at(-1));
  }

  #confirm(here) {
    if (this.#page.confirm?.()) return;
    const target = here?.isConnected && here.matches('button') ? here : this.#app.querySelector('dialog[open] [data-primary], [data-primary]');
    if (!target) return this.#move(1);
    target.click();
    // A choice or a switch says how it stands now; a page that follows says itself.
    if (target.ariaChecked ?? target.ariaPressed) this.#whenDrawn(() => target.isConnected && this.focused(target));
  }

  #turn(word) {
    if (this.#page.turn?.(word)) return;
    (word === 'back' ? wayBack(this.#app) : wayOn(this.#app))?.click();
  }

  /** Once: again. Twice within a second: the next pace. */
  #repeat() {
    const now = performance.now();
    if (now - this.#heldStar < 1_000) {
      this.#speech.pace = PACES[(PACES.indexOf(this.#speech.pace) + 1) % PACES.length];
      this.#say([this.#own(`pace.${this.#speech.pace}`)]);
    } else if (document.activeElement?.matches('button')) this.focused(document.activeElement);
    else this.readPage();
    this.#heldStar = now;
  }

  #loudness(by) {
    this.#speaker.louder(by);
    this.#say([this.#own('volume', { n: this.#speaker.level })]);
  }

  #plugged(there) {
    this.#tour = there;
    if (there !== this.on) this.#app.display.toggleVoice();
  }

  #errorFirst(main) {
    const alert = main.querySelector('[role=alert]');
    if (alert) return [this.#own('error'), ...readingOf(alert, this.#words)];
    return this.#page.error ? [this.#own('error')] : [];
  }

  #title() {
    const heading = this.#app.querySelector('h1');
    return heading ? [utterance(nameOf(heading), heading, this.#words)] : [];
  }

  #say(utterances, how) {
    this.#endedAt = performance.now();
    this.#speech.say(utterances, how);
  }

  #own(key, values) {
    return this.#clip(this.#words.text(`voice.${key}`, values), `voice.${key}`, values);
  }

  #clip(text, name, values) {
    return { text, kind: 'text', lang: this.#lang, clip: values ? undefined : name };
  }

  #heard(ok) {
    if (this.works === ok) return;
    this.works = ok;
    this.#app.requestUpdate();
  }

  #liveText() {
    return this.#app.querySelector('[role=status]')?.textContent.trim() ?? '';
  }

  #alertText() {
    return this.#app.querySelector('[role=alert]')?.textContent.trim() ?? '';
  }

  get #page() {
    return this.#app.drawn ?? {};
  }

  get #words() {
    return this.#app.words;
  }

  get #lang() {
    return this.#words.language;
  }
}
