const LONGEST = 12;

/** The member of staff types a badge number, then a PIN. The PIN is never shown and leaves only once. */
export class StaffCheck {
  /** 'call', 'badge' or 'pin'. */
  stage = 'call';
  badge = '';
  #pin = '';

  get pinLength() {
    return this.#pin.length;
  }

  get complete() {
    return this.badge !== '' && this.#pin !== '';
  }

  type(key) {
    const next = typed(this.stage === 'pin' ? this.#pin : this.badge, key);
    if (this.stage === 'pin') this.#pin = next;
    else this.badge = next;
  }

  /** The body to send; the PIN is forgotten here at once. */
  takeBody() {
    const body = { badge: this.badge, pin: this.#pin };
    this.#pin = '';
    return body;
  }

  back() {
    this.#pin = '';
    this.stage = this.stage === 'pin' ? 'badge' : 'call';
  }
}

function typed(text, key) {
  if (key === 'clear') return '';
  if (key === 'erase') return text.slice(0, -1);
  return /^\d$/.test(key) && text.length < LONGEST ? text + key : text;
}
