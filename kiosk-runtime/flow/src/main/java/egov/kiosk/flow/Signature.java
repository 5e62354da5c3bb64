package egov.kiosk.flow;

import egov.kiosk.domain.transaction.Assent;
import java.util.Arrays;

/**
 * How the citizen stood for what is handed in.
 *
 * @param assent the way, the time and the sentence's digest
 * @param strokes the strokes as JSON; empty when nothing was drawn
 * @param picture the strokes as a PNG; empty when nothing was drawn
 */
record Signature(Assent assent, byte[] strokes, byte[] picture) {
  /** Overwrites the drawing. */
  void close() {
    Arrays.fill(strokes, (byte) 0);
    Arrays.fill(picture, (byte) 0);
  }

  @Override
  public String toString() {
    return "Signature[" + assent.way() + "]";
  }
}
