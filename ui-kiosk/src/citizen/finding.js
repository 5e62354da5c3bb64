/** Where a citizen is while looking for an item: at the tiles, in a list, or typing. Dropped with the visit. */
export class Finding {
  /** 'items' (the tiles), 'list', 'find-pinyin' or 'find-number'. */
  page = 'items';
  /** The life event whose list is open; null for everything. */
  event = null;
  /** Letters or digits typed so far. */
  typed = '';

  openList(event) {
    this.page = 'list';
    this.event = event;
  }

  openSearch(page) {
    this.page = page;
    this.typed = '';
  }

  back() {
    this.page = 'items';
  }

  /** A key of a board: a character, 'erase' or 'clear'. */
  type(key, longest) {
    if (key === 'clear') this.typed = '';
    else if (key === 'erase') this.typed = this.typed.slice(0, -1);
    else if (this.typed.length < longest) this.typed += key;
  }
}
