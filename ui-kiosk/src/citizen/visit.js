import { FormAnswers } from './form-answers.js';
import { StaffCheck } from './staff-check.js';

/**
 * Everything the page knows about one citizen. Wiping is dropping this object: nothing personal is kept
 * anywhere else, in no storage and no cache.
 */
export class Visit {
  /** The server's View, or null before a session has begun. */
  view = null;
  /** Without a view: 'attract' or 'items'. */
  screen = 'attract';
  form = new FormAnswers();
  staff = new StaffCheck();
  /** The full text of a consent is open. */
  reading = false;
  /** A fault known only here, e.g. an item that closed between list and press. */
  fault = null;
  /** A help call that could not be sent: show the telephone number instead. */
  helpByPhone = false;
  calling = false;
  /** After this visit's session the citizen wants the list again, with the display as it was set. */
  again = false;
  /** The number that stands on the printed slip. */
  printedNumber = null;
  /** Session events seen so far; tells whether an answer may be older than the stream. */
  events = 0;

  get page() {
    if (this.fault) return 'problem';
    return this.view?.page ?? this.screen;
  }

  /** Changes whenever the citizen sees another page, also within a form. */
  get pageKey() {
    const part = { form: this.form.index, alternative: this.staff.stage }[this.page] ?? '';
    return `${this.page}|${this.view?.problem?.fault ?? ''}|${part}|${this.reading}`;
  }

  take(view) {
    const arrived = view.page !== this.view?.page;
    this.view = view;
    this.fault = null;
    if (arrived) {
      this.reading = false;
      this.staff = new StaffCheck();
    }
    if (view.accepted?.slip === 'PRINTING') this.printedNumber = view.accepted.number;
    if (view.page === 'form') this.form.take(view.form.questions, arrived);
  }
}
