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

const WAIT_MILLIS = 20_000;
/** A sound that comes later than this is no help any more. */
const SOUND_MILLIS = 6_000;

/** The loopback interface of the runtime: JSON in, JSON out, the token of this page on every call. */
export class Api {
  #token;
  #fetch;

  constructor(token, fetch = globalThis.fetch.bind(globalThis)) {
    this.#token = token;
    this.#fetch = fetch;
  }

  /** Answers the parsed JSON; throws ApiError or Unreachable. */
  async get(path) {
    return (await this.#call(path, {})).json();
  }

  /** Answers the parsed JSON, or null for an empty answer; throws ApiError or Unreachable. */
  async post(path, body, waitMillis = WAIT_MILLIS) {
    const response = await this.#call(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(waitMillis),
    });
    const text = await response.text();
    return text === '' ? null : JSON.parse(text);
  }

  /** Sends a Blob under a worker's token; answers the parsed JSON; throws ApiError or Unreachable. */
  async upload(path, blob, worker) {
    const headers = { 'Content-Type': blob.type, 'Kiosk-Worker': worker };
    return (await this.#call(path, { method: 'POST', headers, body: blob })).json();
  }

  /** Answers a picture as a Blob; throws ApiError or Unreachable. */
  async picture(path) {
    return (await this.#call(path, {})).blob();
  }

  /** Answers a picture that is asked for with a body, as a Blob; throws ApiError or Unreachable. */
  async pictureOf(path, body) {
    const response = await this.#call(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.blob();
  }

  /** Answers a fixed text's sound as bytes; throws ApiError or Unreachable. */
  async sound(path, signal) {
    return (await this.#call(path, { signal: within(SOUND_MILLIS, signal) })).arrayBuffer();
  }

  /** Answers the sound of {kind, lang, pace, text} as bytes; throws ApiError or Unreachable. */
  async say(body, signal) {
    const response = await this.#call('/api/audio/say', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: within(SOUND_MILLIS, signal),
    });
    return response.arrayBuffer();
  }

  /** Opens a long answer (the event stream); the caller reads the body and aborts by `signal`. */
  async open(path, signal) {
    return this.#send(path, { signal, headers: { Accept: 'text/event-stream' } });
  }

  async #call(path, init) {
    return this.#send(path, { signal: AbortSignal.timeout(WAIT_MILLIS), ...init });
  }

  async #send(path, init) {
    let response;
    try {
      response = await this.#fetch(path, {
        ...init,
        cache: 'no-store',
        headers: { ...init.headers, Authorization: `Bearer ${this.#token}` },
      });
    } catch (cause) {
      throw new Unreachable(path, { cause });
    }
    if (response.ok) return response;
    const { error } = await response.json().catch(() => ({}));
    throw new ApiError(response.status, error?.code ?? 'UNKNOWN', error?.fields ?? [], error ?? {});
  }
}

function within(millis, signal) {
  return AbortSignal.any([AbortSignal.timeout(millis), signal]);
}
