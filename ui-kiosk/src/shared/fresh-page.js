const TOKEN = /name="?kiosk-token"? content="?([^">]+)/;
const RELOAD_EVERY_MILLIS = 10_000;
const ASK_MILLIS = 4_000;

/**
 * Every start of the runtime has a token of its own, and only a page it served carries it. A page that stays open over a
 * restart must be fetched anew, or it is refused for ever; and no page may be left while nobody would serve the next one,
 * because the browser's own error page has no way back.
 */
export class FreshPage {
  #token;
  #fetch;
  #go;
  #pause;
  #reloadedAt = -Infinity;

  /** `go.reload()` and `go.to(path)` change the page; `pause(millis)` waits. */
  constructor(token, { fetch = globalThis.fetch.bind(globalThis), go = BROWSER, pause = sleep } = {}) {
    this.#token = token;
    this.#fetch = fetch;
    this.#go = go;
    this.#pause = pause;
  }

  /** A fetch that takes a new page when the runtime no longer knows this one. */
  get fetch() {
    return async (path, init) => {
      const response = await this.#fetch(path, init);
      if (response.status === 401) await this.#refused(response);
      return response;
    };
  }

  async #refused(response) {
    const { error } = await response.clone().json().catch(() => ({}));
    // That one is about who is signed in, not about the page.
    if (error?.code?.startsWith('ACCESS_')) return;
    const now = performance.now();
    if (now - this.#reloadedAt < RELOAD_EVERY_MILLIS) return;
    this.#reloadedAt = now;
    this.#go.reload();
  }

  /** Waits for the runtime's next start, then takes the page from it. */
  async afterRestart(path, tries = 300) {
    for (let at = 0; at < tries; at++) {
      const token = await this.#served(path);
      if (token !== null && token !== this.#token) return this.#go.reload();
      await this.#pause(1_000);
    }
    return undefined;
  }

  /** Goes to another page as soon as somebody serves it. */
  async leaveFor(path, tries = 300) {
    for (let at = 0; at < tries; at++) {
      if ((await this.#served(path)) !== null) return this.#go.to(path);
      await this.#pause(1_000);
    }
    return undefined;
  }

  /** The token in a page as it is served now; null when nobody serves it. */
  async #served(path) {
    try {
      const response = await this.#fetch(path, { cache: 'no-store', signal: AbortSignal.timeout(ASK_MILLIS) });
      return response.ok ? (TOKEN.exec(await response.text())?.[1] ?? null) : null;
    } catch {
      return null;
    }
  }
}

const BROWSER = { reload: () => globalThis.location.reload(), to: (path) => globalThis.location.assign(path) };

function sleep(millis) {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
