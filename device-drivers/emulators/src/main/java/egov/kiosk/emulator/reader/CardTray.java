package egov.kiosk.emulator.reader;

import java.util.Optional;

/**
 * What lies on the reader. Placing or lifting starts a new generation, so that the module notices a
 * swap between two commands. Thread safe: the operator places, the device thread looks.
 */
final class CardTray {
  private Card card;
  private long generation;

  /** Puts a card down, replacing what lay there. */
  synchronized void place(Card other) {
    card = other;
    generation++;
  }

  /** Takes the card away, if there is one. */
  synchronized void lift() {
    card = null;
    generation++;
  }

  /** The card and its generation as one consistent look. */
  synchronized Look look() {
    return new Look(Optional.ofNullable(card), generation);
  }

  /**
   * @param card what lies there
   * @param generation equal in two looks only if nothing was placed or lifted in between
   */
  record Look(Optional<Card> card, long generation) {}
}
