import { SOUNDS } from './sounds.js';

const LEVELS = [0.15, 0.3, 0.5, 0.75, 1];
const USUAL = 2;
const SIGNAL_SHARE = 0.35;

/**
 * What comes out of the loudspeaker: one spoken sound at a time, and short signals. Without an audio device,
 * or before the browser allows sound, everything here is silent and returns as if it had been heard.
 */
export class Speaker {
  #make;
  #context = null;
  #gain = null;
  #level = USUAL;
  #source = null;

  /** `make()` answers an AudioContext. */
  constructor(make = () => new AudioContext()) {
    this.#make = make;
  }

  /** 1 to 5. */
  get level() {
    return this.#level + 1;
  }

  louder(by) {
    this.#level = Math.max(0, Math.min(LEVELS.length - 1, this.#level + by));
    this.#apply();
  }

  reset() {
    this.stop();
    this.#level = USUAL;
    this.#apply();
  }

  /** Plays a WAV file to its end, or until stop(). */
  async play(bytes) {
    const context = this.#open();
    if (!context) return;
    this.stop();
    const buffer = await context.decodeAudioData(bytes).catch(() => null);
    if (!buffer) return;
    await new Promise((resolve) => {
      const source = context.createBufferSource();
      source.buffer = buffer;
      source.connect(this.#gain);
      // An audio device that hangs never says that it ended.
      const late = setTimeout(resolve, buffer.duration * 1000 + 1_000);
      source.onended = () => {
        clearTimeout(late);
        resolve();
      };
      this.#source = source;
      source.start();
    });
  }

  /** Silence at once. */
  stop() {
    const source = this.#source;
    this.#source = null;
    if (!source) return;
    try {
      source.stop();
    } catch {
      // It had not begun.
    }
    source.onended?.();
    source.disconnect();
  }

  /** One of the short signals, by name. */
  signal(name) {
    const context = this.#open();
    if (!context || context.state !== 'running') return;
    let at = context.currentTime;
    for (const [hertz, millis] of SOUNDS[name]) {
      if (hertz > 0) this.#tone(context, hertz, at, millis / 1000);
      at += millis / 1000;
    }
  }

  #tone(context, hertz, at, seconds) {
    const tone = context.createOscillator();
    const share = context.createGain();
    share.gain.value = SIGNAL_SHARE;
    tone.frequency.value = hertz;
    tone.connect(share).connect(this.#gain);
    tone.onended = () => share.disconnect();
    tone.start(at);
    tone.stop(at + seconds);
  }

  #open() {
    try {
      if (this.#context === null) {
        this.#context = this.#make();
        this.#gain = this.#context.createGain();
        this.#gain.connect(this.#context.destination);
        this.#apply();
      }
      // Allowed only after a first press, unless the kiosk's browser is told otherwise.
      if (this.#context.state === 'suspended') this.#context.resume().catch(() => {});
      return this.#context;
    } catch {
      return null;
    }
  }

  #apply() {
    if (this.#gain) this.#gain.gain.value = LEVELS[this.#level];
  }
}
