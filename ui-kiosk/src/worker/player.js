/** Lets a voice note be heard. It is decoded here and played; nothing of it gets an address or is stored. */
export class Player {
  #context = null;

  get on() {
    return this.#context !== null;
  }

  /** Plays a sound from its beginning; `over()` is called when it has ended or was stopped. */
  async play(sound, over) {
    this.stop();
    const context = new AudioContext();
    this.#context = context;
    this.over = over;
    try {
      const source = context.createBufferSource();
      source.buffer = await context.decodeAudioData(sound);
      if (this.#context !== context) return;
      source.connect(context.destination);
      source.onended = () => this.#context === context && this.stop();
      source.start();
    } catch (cause) {
      this.stop();
      throw cause;
    }
  }

  stop() {
    const context = this.#context;
    this.#context = null;
    context?.close();
    if (context) this.over();
  }
}

/** The bytes behind a base64 text. */
export function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (one) => one.charCodeAt(0)).buffer;
}
