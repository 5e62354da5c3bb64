/** "Step 2 of 5" if the View says so, else nothing. */
export function stepOf({ words, visit }) {
  const { step, steps } = visit.view ?? {};
  return step && steps ? words.text('step.of', { step, steps }) : '';
}

/** The button back to the page before; the server keeps what was entered. */
export function backAction(app, press = () => app.act('back')) {
  return { action: 'back', label: app.words.text('button.back'), kind: 'back', press };
}
