/** Where one citizen is among the papers to photograph. What was photographed is known to the server alone. */
export class PaperDesk {
  index = 0;
  /** The key of a kept page that is looked at, or null. */
  looking = null;
  /** Whether a paper is seen on the table. */
  seen = false;
  #list = [];
  #wanted = null;

  get current() {
    return this.#list[this.index];
  }

  get last() {
    return this.index >= this.#list.length - 1;
  }

  get count() {
    return this.#list.length;
  }

  /** Takes the server's list; `arrived` if the page was not shown just before. */
  take(list, arrived) {
    this.#list = list;
    if (arrived) {
      const wanted = list.findIndex((paper) => paper.id === this.#wanted);
      // A licence is looked at once, though nothing has to be done about its paper.
      const open = list.findIndex((paper) => paper.licence?.used || !settled(paper));
      this.index = wanted >= 0 ? wanted : open >= 0 ? open : list.length - 1;
      this.#wanted = null;
      this.seen = false;
    }
    if (!this.current.pages.includes(this.looking)) this.looking = null;
  }

  /** The review list asks for this paper; the page arrives afterwards. */
  want(id) {
    this.#wanted = id;
  }

  go(by) {
    this.index = Math.max(0, Math.min(this.#list.length - 1, this.index + by));
    this.looking = null;
    this.seen = false;
  }

  /** Looks at the next kept page, from the first again after the last. */
  lookOn() {
    const { pages } = this.current;
    this.looking = pages[(pages.indexOf(this.looking) + 1) % pages.length];
  }
}

/** Whether nothing more has to be done about a paper. */
export function settled(paper) {
  return Boolean(paper.licence?.used) || paper.pages.length > 0 || paper.broughtLater || !paper.required;
}
