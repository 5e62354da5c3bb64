/** Where the keypad stops, in the order of the page: options, the way on, other ways, back, tools. */
export function stopsOf(app) {
  const dialog = app.querySelector('dialog[open]');
  const all = [...(dialog ?? app).querySelectorAll('button')].filter((button) => button.checkVisibility());
  // On a form the keypad writes by itself; the keys on the glass would be forty stops in between.
  return all.filter((button) => !button.matches('.key')).sort((a, b) => rank(a) - rank(b));
}

/** The stops that can be pressed now; a button that cannot takes no focus, and would hold the keypad where it is. */
export function openStopsOf(app) {
  return stopsOf(app).filter((button) => !button.disabled);
}

function rank(button) {
  if (button.closest('.tools')) return 4;
  if (!button.closest('.actions')) return 0;
  if (button.matches('[data-primary]')) return 1;
  return button.matches('.back') ? 3 : 2;
}

/** The button that one key leads to: back, or the way on. */
export function wayBack(app) {
  const inner = app.querySelector('[data-action=page-previous]');
  return inner ?? app.querySelector('.actions .back') ?? app.querySelector('dialog[open] [data-action=leave]');
}

export function wayOn(app) {
  return app.querySelector('[data-action=page-next]') ?? app.querySelector('[data-primary]');
}
