import { paragraphs } from './paragraphs.js';

const LONGEST = 500;

/**
 * Says one thing after the other through the kiosk's own voice. A new speech ends the one before at once; a
 * polite one waits. An utterance is {text, lang: 'zh' | 'en', kind, clip}: with a clip's name it is a fixed text
 * and may be kept by the runtime; without, it may be personal, so it travels in a body and is kept nowhere.
 */
export class Speech {
  #api;
  #speaker;
  #heard;
  #queue = [];
  #abort = null;
  #round = 0;
  #holds = false;
  pace = 'normal';

  /** `heard(ok)` is told whether the voice works, after every utterance. */
  constructor(api, speaker, heard = () => {}) {
    this.#api = api;
    this.#speaker = speaker;
    this.#heard = heard;
  }

  /** True while something is being said that the citizen should be given time to hear. */
  get holding() {
    return this.#abort !== null && this.#holds;
  }

  get speaking() {
    return this.#abort !== null;
  }

  say(utterances, { polite = false, holds = true } = {}) {
    const pieces = utterances.filter(({ text }) => text.trim() !== '').flatMap(cut);
    if (pieces.length === 0) return;
    if (polite && this.speaking) {
      this.#queue.push(...pieces);
      return;
    }
    this.stop();
    this.#queue = pieces;
    this.#holds = holds;
    this.#run();
  }

  /** Silence at once; what was waiting is forgotten. */
  stop() {
    this.#round++;
    this.#queue = [];
    this.#abort?.abort();
    this.#abort = null;
    this.#speaker.stop();
  }

  async #run() {
    const round = ++this.#round;
    const abort = (this.#abort = new AbortController());
    let coming = null;
    try {
      while (this.#queue.length > 0 && round === this.#round) {
        const bytes = await (coming ?? this.#fetch(this.#queue[0], abort.signal));
        if (round !== this.#round) return;
        this.#queue.shift();
        // The next sound is made while this one is heard.
        coming = this.#queue.length > 0 ? this.#fetch(this.#queue[0], abort.signal) : null;
        coming?.catch(() => {});
        this.#heard(true);
        await this.#speaker.play(bytes);
      }
    } catch {
      // No voice: the page says everything in letters, and nobody waits for a sound.
      if (round === this.#round) this.#heard(false);
    }
    if (round !== this.#round) return;
    this.#queue = [];
    this.#abort = null;
  }

  #fetch({ text, lang, kind, clip }, signal) {
    if (clip) return this.#api.sound(`/api/audio/p/${clip}?lang=${lang}&pace=${this.pace}`, signal);
    return this.#api.say({ kind, lang, pace: this.pace, text }, signal);
  }
}

/** Long texts are said sentence by sentence, so that they begin at once and can be stopped. */
function cut(utterance) {
  if (utterance.clip || utterance.text.length <= LONGEST) return [utterance];
  return paragraphs(utterance.text).map((text) => ({ ...utterance, text: text.slice(0, LONGEST) }));
}
