package egov.kiosk.flow.ink;

import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.flow.desk.Ink;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A signature's strokes as JSON: the transaction it belongs to, the box, and each point as x, y,
 * milliseconds and pressure. So strokes cut out of one transaction name it wherever they turn up.
 */
public final class InkText {
  private InkText() {}

  public static byte[] of(Ink ink, TransactionId transaction) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    put(out, "{\"format\":\"strokes-1\",\"height\":" + ink.height());
    put(out, ",\"strokes\":[");
    boolean first = true;
    for (Ink.Stroke stroke : ink.strokes()) {
      put(out, first ? "[" : ",[");
      first = false;
      for (int i = 0; i < stroke.points().size(); i++) {
        Ink.Point point = stroke.points().get(i);
        put(out, i == 0 ? "[" : ",[");
        put(out, point.x() + "," + point.y() + "," + point.millis() + "," + point.pressure());
        put(out, "]");
      }
      put(out, "]");
    }
    put(out, "],\"transactionId\":\"" + transaction.value() + "\",\"width\":" + ink.width() + "}");
    return out.toByteArray();
  }

  private static void put(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }
}
