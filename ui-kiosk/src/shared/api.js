/** What the runtime answered when it did not answer 2xx; `fields` is filled for a rejected form. */
export class ApiError extends Error {
  constructor(status, code, fields = [], details = {}) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
    this.fields = fields;
    /** All that was said about it, e.g. `attemptsLeft` or `seconds`. */
    this.details = details;
  }
}

/** The runtime could not be reached at all. */
export class Unreachable extends Error {}

const NEXT_TOKEN = 'Kiosk-Token';
/** Refusals of a token, before anything was done; CROSSED is that of a page whose next token is on its way. */
const AT_THE_DOOR = ['NO_TOKEN', 'CROSSED'];
/** So long a refused call waits for the page's next token: the word of it may be on its way. */
const RENEWAL_MILLIS = 1_000;
const WAIT_MILLIS = 20_000;
/** A sound that comes later than this is no help any more. */
const SOUND_MILLIS = 6_000;

/**
 * The loopback interface of the runtime: JSON in, JSON out, the token of this page on every call. A citizen's page gets
 * another token when a session begins or ends, with an answer or by the event stream; the former one is worth nothing then.
 */
export class Api {
  #token;
  #fetch;
  #renewalMillis;
  #renewed = new EventTarget();

  constructor(token, fetch = globalThis.fetch.bind(globalThis), renewalMillis = RENEWAL_MILLIS) {
    this.#token = token;
    this.#fetch = fetch;
    this.#renewalMillis = renewalMillis;
  }

  /** From now on the page has this token. */
  use(token) {
    this.#token = token;
    this.#renewed.dispatchEvent(new Event('token'));
  }

  /** Answers the parsed JSON; throws ApiError or Unreachable. */
  get(path) {
    return this.#call(path, {}, (response) => response.json());
  }

  /** Answers the parsed JSON, or null for an empty answer; throws ApiError or Unreachable. */
  async post(path, body, waitMillis = WAIT_MILLIS) {
    const text = await this.#call(path, json(body), (response) => response.text(), waitMillis);
    return text === '' ? null : JSON.parse(text);
  }

  /** Sends a Blob under a worker's token; answers the parsed JSON; throws ApiError or Unreachable. */
  upload(path, blob, worker) {
    const headers = { 'Content-Type': blob.type, 'Kiosk-Worker': worker };
    return this.#call(path, { method: 'POST', headers, body: blob }, (response) => response.json());
  }

  /** Answers a picture as a Blob; throws ApiError or Unreachable. */
  picture(path) {
    return this.#call(path, {}, (response) => response.blob());
  }

  /** Answers a picture that is asked for with a body, as a Blob; throws ApiError or Unreachable. */
  pictureOf(path, body) {
    return this.#call(path, json(body), (response) => response.blob());
  }

  /** Answers a fixed text's sound as bytes; throws ApiError or Unreachable. */
  sound(path, signal) {
    return this.#call(path, {}, (response) => response.arrayBuffer(), SOUND_MILLIS, signal);
  }

  /** Answers the sound of {kind, lang, pace, text} as bytes; throws ApiError or Unreachable. */
  say(body, signal) {
    return this.#call('/api/audio/say', json(body), (response) => response.arrayBuffer(), SOUND_MILLIS, signal);
  }

  /** Opens a long answer (the event stream); the caller reads the body and aborts by `signal`. */
  async open(path, signal) {
    return this.#send(path, { signal, headers: { Accept: 'text/event-stream' } });
  }

  /** Whether the page has another token than this one, now or in a moment. */
  async #hasAnother(token) {
    if (this.#token !== token) return true;
    await new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#renewalMillis);
      this.#renewed.addEventListener('token', () => (clearTimeout(timer), resolve()), { once: true });
    });
    return this.#token !== token;
  }

  /**
   * One call, its answer read to the end, within a time. The clock is a timer of its own that stops with the call: a
   * signal that times out by itself would stay in memory for all of its time, after every call.
   */
  async #call(path, init, read, millis = WAIT_MILLIS, outer = undefined) {
    const stop = new AbortController();
    const give = () => stop.abort();
    const timer = setTimeout(give, millis);
    outer?.addEventListener('abort', give);
    if (outer?.aborted) give();
    try {
      return await read(await this.#send(path, { ...init, signal: stop.signal }));
    } finally {
      clearTimeout(timer);
      outer?.removeEventListener('abort', give);
    }
  }

  async #send(path, init, again = true) {
    const token = this.#token;
    let response;
    try {
      response = await this.#fetch(path, {
        ...init,
        cache: 'no-store',
        headers: { ...init.headers, Authorization: `Bearer ${token}` },
      });
    } catch (cause) {
      throw new Unreachable(path, { cause });
    }
    const next = response.headers?.get(NEXT_TOKEN);
    if (next) this.use(next);
    if (response.ok) return response;
    const { error } = await response.json().catch(() => ({}));
    // It was refused at the door, so nothing of it has been done.
    if (again && AT_THE_DOOR.includes(error?.code) && (await this.#hasAnother(token))) return this.#send(path, init, false);
    throw new ApiError(response.status, error?.code ?? 'UNKNOWN', error?.fields ?? [], error ?? {});
  }
}

function json(body) {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}
