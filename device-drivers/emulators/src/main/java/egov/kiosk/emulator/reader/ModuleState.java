package egov.kiosk.emulator.reader;

/**
 * How far the module is with a card.
 *
 * <pre>
 *            find, card there          select               read
 *   IDLE ------------------> FOUND -----------> SELECTED --------> READ
 *    ^                         |                    |                |
 *    +---- find, no card · card lifted or swapped · reset -----------+
 * </pre>
 *
 * Finding again goes back to FOUND; selecting again stays selected; reading may be repeated. The
 * table of moves is walked pair by pair in the tests.
 */
enum ModuleState {
  IDLE(false, false),
  FOUND(true, false),
  SELECTED(true, true),
  READ(true, true);

  private final boolean selectable;
  private final boolean readable;

  ModuleState(boolean selectable, boolean readable) {
    this.selectable = selectable;
    this.readable = readable;
  }

  /** Whether 20 02 is obeyed; otherwise the answer is 81. */
  boolean selectable() {
    return selectable;
  }

  /** Whether 30 xx is obeyed; otherwise the answer is 41. */
  boolean readable() {
    return readable;
  }
}
