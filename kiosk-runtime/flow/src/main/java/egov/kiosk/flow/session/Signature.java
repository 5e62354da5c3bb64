package egov.kiosk.flow.session;

import egov.kiosk.domain.transaction.Assent;
import java.util.Arrays;

/**
 * How the citizen stood for what is handed in.
 *
 * @param assent the way, the time and the sentence's digest
 * @param strokes the strokes as JSON; empty when nothing was drawn
 * @param picture the strokes as a PNG; empty when nothing was drawn
 */
public record Signature(Assent assent, byte[] strokes, byte[] picture) {
  /** What is stood for; the words on the page. */
  public static final String SENTENCE = "以上内容我已经核对，都是真实的，我同意提交。";

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
