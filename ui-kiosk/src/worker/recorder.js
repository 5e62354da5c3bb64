const LONGEST_MILLIS = 60_000;
const TYPE = 'audio/webm;codecs=opus';

/** A voice note of at most a minute: press to begin, press to end. Nothing of it is stored here. */
export class Recorder {
  #recorder = null;
  #parts = [];
  #end = null;
  #wish = null;

  get on() {
    return this.#recorder !== null;
  }

  /** Begins, unless it was dropped while the microphone opened; `over()` is called when a minute has passed. */
  async start(over) {
    const wish = {};
    this.#wish = wish;
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    if (wish !== this.#wish) {
      stream.getTracks().forEach((track) => track.stop());
      return;
    }
    this.#parts = [];
    this.#recorder = new MediaRecorder(stream, { mimeType: TYPE, audioBitsPerSecond: 32_000 });
    this.#recorder.ondataavailable = ({ data }) => this.#parts.push(data);
    this.#recorder.start();
    this.#end = setTimeout(over, LONGEST_MILLIS);
  }

  /** Ends; answers the sound, or null when there was none. */
  async stop() {
    const recorder = this.#recorder;
    if (!recorder) return null;
    const ended = new Promise((answer) => recorder.addEventListener('stop', answer, { once: true }));
    this.#close();
    await ended;
    const sound = new Blob(this.#parts, { type: 'audio/webm' });
    this.#parts = [];
    return sound.size > 0 ? sound : null;
  }

  /** Ends and keeps nothing. */
  drop() {
    this.#wish = null;
    if (this.on) this.#close();
    this.#parts = [];
  }

  #close() {
    clearTimeout(this.#end);
    this.#recorder.stop();
    this.#recorder.stream.getTracks().forEach((track) => track.stop());
    this.#recorder = null;
  }
}
