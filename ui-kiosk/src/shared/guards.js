const FUNCTION_KEY = /^(F\d{1,2}|Escape|ContextMenu|Browser.*|Launch.*|PrintScreen)$/;

/** True for every key that could reach the browser instead of the page. */
export function isForbiddenKey(event) {
  return event.ctrlKey || event.altKey || event.metaKey || FUNCTION_KEY.test(event.key);
}

/** Swallows browser keys, the context menu, drags and selections before any other listener sees them. */
export function guard(window) {
  const swallow = (event) => event.preventDefault();
  window.addEventListener(
    'keydown',
    (event) => {
      if (!isForbiddenKey(event)) return;
      event.preventDefault();
      // Escape still reaches our own dialogs; everything else stops here.
      if (event.key !== 'Escape' || event.ctrlKey || event.altKey || event.metaKey) {
        event.stopImmediatePropagation();
      }
    },
    { capture: true },
  );
  for (const type of ['contextmenu', 'dragstart', 'drop', 'dragover', 'selectstart']) {
    window.addEventListener(type, swallow, { capture: true });
  }
  window.addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), {
    capture: true,
    passive: false,
  });
}
