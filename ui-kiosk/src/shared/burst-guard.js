const BURST_MILLIS = 35;
const BURST_KEYS = 5;

/**
 * A code scanner set up as a keyboard writes faster than anybody can and ends with Enter. What it writes lands where the
 * focus is; its Enter presses nothing. `watched()` says whether anything can be pressed that way now.
 */
export function guardBursts(window, watched, now = () => performance.now()) {
  let last = -Infinity;
  let keys = 0;
  window.addEventListener(
    'keydown',
    (event) => {
      const at = now();
      const close = at - last < BURST_MILLIS;
      if (event.key.length === 1) {
        keys = close ? keys + 1 : 1;
        last = at;
        return;
      }
      if (event.key === 'Enter' && close && keys >= BURST_KEYS && watched()) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      keys = 0;
    },
    { capture: true },
  );
}
