const LONGEST = 16;

/** What is being typed at sign-in: badge, PIN, new PIN twice. PINs never leave but through `take`. */
export class TypedSecret {
  /** 'badge', 'pin', 'card', 'new' or 'again'. */
  stage = 'badge';
  badge = '';
  #typed = '';
  #old = '';
  #fresh = '';

  get secret() {
    return this.stage !== 'badge';
  }

  get length() {
    return this.secret ? this.#typed.length : this.badge.length;
  }

  /** What may be seen. */
  get shown() {
    return this.secret ? '●'.repeat(this.#typed.length) : this.badge;
  }

  type(key) {
    if (this.secret) this.#typed = typed(this.#typed, key, /^\d$/);
    else this.badge = typed(this.badge, key, /^[\da-zA-Z-]$/);
  }

  toPin() {
    this.stage = 'pin';
    this.#typed = '';
  }

  /** The PIN, forgotten here; kept once more if it must be changed at once. */
  takePin() {
    this.#old = this.#typed;
    this.#typed = '';
    return this.#old;
  }

  /** A key card is asked; the PIN that was typed, if any, goes with its answer. */
  toCard() {
    this.#old = this.#typed;
    this.#typed = '';
    this.stage = 'card';
  }

  /** The PIN that goes with a card's answer, or ''; forgotten here. */
  takeWithCard() {
    const pin = this.#old;
    this.#old = '';
    return pin;
  }

  toNew() {
    this.stage = 'new';
    this.#typed = '';
    this.#fresh = '';
  }

  toAgain() {
    this.#fresh = this.#typed;
    this.#typed = '';
    this.stage = 'again';
  }

  /** {pin, newPin}, or null when the two new ones differ; the new ones are forgotten here. */
  takeChange() {
    const same = this.#fresh === this.#typed;
    const change = same ? { pin: this.#old, newPin: this.#typed } : null;
    this.#fresh = '';
    this.#typed = '';
    return change;
  }

  forget() {
    this.#typed = '';
    this.#old = '';
    this.#fresh = '';
    this.badge = '';
    this.stage = 'badge';
  }
}

function typed(text, key, allowed) {
  if (key === 'clear') return '';
  if (key === 'erase') return text.slice(0, -1);
  return allowed.test(key) && text.length < LONGEST ? text + key : text;
}
