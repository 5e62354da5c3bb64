import { Pace } from '../shared/pace.js';
import { Finding } from './finding.js';
import { FormAnswers } from './form-answers.js';
import { PaperDesk } from './paper-desk.js';
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
  /** Where in the items the citizen is, while the screen is 'items'. */
  finding = new Finding();
  form = new FormAnswers();
  staff = new StaffCheck();
  papers = new PaperDesk();
  /** What the camera asks for, no faster than it can be read. */
  hints = new Pace();
  /** Something was drawn in the signature box; and it was too little the last time. */
  inked = false;
  inkShort = false;
  /** The sheet to take along is not wanted. */
  withoutCopy = false;
  /** The full text of a consent is open. */
  reading = false;
  /** The language the runtime takes the pages to be in. */
  toldLanguage = 'zh';
  /** A fault known only here, e.g. an item that closed between list and press. */
  fault = null;
  /** The page about the call for help is open. */
  helping = false;
  /** Whoever came to help types badge and PIN; and they were not taken. */
  helper = new StaffCheck();
  helperRefused = false;
  /** A help call that could not be sent: show the telephone number instead. */
  helpByPhone = false;
  calling = false;
  /** The last press was answered wrongly or not at all. */
  stumbled = false;
  /** After this visit's session the citizen wants the list again, with the display as it was set. */
  again = false;
  /** The number that stands on the printed slip. */
  printedNumber = null;
  /** Session events seen so far; tells whether an answer may be older than the stream. */
  events = 0;

  get page() {
    if (this.fault) return 'problem';
    if (this.view) return this.view.page;
    return this.screen === 'items' ? this.finding.page : this.screen;
  }

  /** Changes whenever the citizen sees another page, also within a form, or another picture of a paper. */
  get pageKey() {
    const paper = `${this.papers.index} ${this.papers.looking ?? ''} ${this.view?.materials?.shot?.key ?? ''}`;
    const part = { form: this.form.index, alternative: this.staff.stage, materials: paper, list: this.finding.event, 'show-code': this.view?.entry?.code?.state }[this.page] ?? '';
    return `${this.page}|${this.view?.problem?.fault ?? ''}|${part}|${this.reading}|${this.helping ? this.helper.stage : ''}`;
  }

  take(view) {
    const arrived = view.page !== this.view?.page;
    this.view = view;
    this.fault = null;
    if (arrived) {
      this.reading = false;
      this.staff = new StaffCheck();
      this.inked = false;
      this.inkShort = false;
    }
    if (view.accepted?.slip === 'PRINTING') this.printedNumber = view.accepted.number;
    if (view.page === 'materials') this.papers.take(view.materials.list, arrived);
    if (view.page === 'form') this.form.take(view.form.questions, arrived, view.form.scan);
  }
}
