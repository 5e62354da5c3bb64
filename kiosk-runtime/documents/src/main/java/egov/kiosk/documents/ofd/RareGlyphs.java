package egov.kiosk.documents.ofd;

import java.util.Optional;

/**
 * Draws characters that the fonts of ordinary machines lack, so that nobody finds a box where their
 * name should be. Safe for use by several threads.
 */
public interface RareGlyphs {
  /** Draws nothing: the reader's font decides. */
  RareGlyphs NONE = codePoint -> Optional.empty();

  /** How many units the side of a character's square has. */
  int UNITS = 1000;

  /** How many of them lie above the base line. */
  int ABOVE = 860;

  /**
   * The outline of a character.
   *
   * @return a filled path as OFD writes it (AbbreviatedData), whole units from the square's upper
   *     left corner; empty when the character is not rare or no font has it
   */
  Optional<String> outline(int codePoint);
}
