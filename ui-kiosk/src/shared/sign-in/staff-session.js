const ROLES = ['COUNTER', 'GRID_WORKER', 'TECHNICIAN', 'ADMINISTRATOR'];

/** Whether who has `role` may do what asks for `needed`; the runtime decides, this only saves a call. */
export function covers(role, needed) {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/**
 * Somebody who is signed in. The token lives in this object and nowhere else: no storage, no address. Says
 * 'ended' once when the runtime does not know the token any more, or after `signOut`.
 */
export class StaffSession extends EventTarget {
  #api;
  #token;

  constructor(api, { token, badge, role, limited }) {
    super();
    this.#api = api;
    this.#token = token;
    this.badge = badge;
    this.role = role;
    this.limited = limited;
  }

  /** Answers a new session; throws what `Api.post` throws. */
  static async begin(api, badge, pin) {
    return new StaffSession(api, await api.post('/api/access/sign-in', { badge, pin }));
  }

  /** The same with a key card's `answer` to the challenge `nonce`, and a PIN if there is one. */
  static async beginWithCard(api, badge, pin, { nonce, answer }) {
    return new StaffSession(api, await api.post('/api/access/sign-in', { badge, ...(pin ? { pin } : {}), nonce, answer }));
  }

  get over() {
    return this.#token === null;
  }

  /** A call that needs somebody signed in: the token goes into the body. */
  async post(path, body = {}, waitMillis) {
    if (this.over) throw new Error('signed out');
    try {
      return await this.#api.post(path, { token: this.#token, ...body }, waitMillis);
    } catch (refused) {
      if (refused.code === 'ACCESS_NOT_SIGNED_IN') this.#end();
      throw refused;
    }
  }

  /** Sends a picture or a sound as it is; the token goes into a header. Answers the parsed JSON. */
  async upload(path, blob) {
    if (this.over) throw new Error('signed out');
    try {
      return await this.#api.upload(path, blob, this.#token);
    } catch (refused) {
      if (refused.code === 'ACCESS_NOT_SIGNED_IN') this.#end();
      throw refused;
    }
  }

  /** A picture that is asked for with a body. */
  async pictureOf(path, body = {}) {
    return this.#api.pictureOf(path, { token: this.#token, ...body });
  }

  /** {idleSeconds, seconds} until the role is dropped; does not count as something done. */
  async left() {
    return this.post('/api/access/who');
  }

  async changePin(pin, newPin) {
    await this.post('/api/access/change-pin', { pin, newPin });
    this.limited = false;
  }

  async signOut() {
    if (this.over) return;
    const token = this.#token;
    this.#end();
    await this.#api.post('/api/access/sign-out', { token }).catch(() => undefined);
  }

  #end() {
    if (this.#token === null) return;
    this.#token = null;
    this.dispatchEvent(new Event('ended'));
  }
}
