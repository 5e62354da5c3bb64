package egov.kiosk.printledger;

import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.print.GrayPage;
import egov.kiosk.domain.print.PageDocument;
import egov.kiosk.domain.print.PrintKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What makes two documents the same. */
final class Contents {
  private Contents() {}

  static byte[] of(Slip slip) {
    return slip.lines().toString().getBytes(StandardCharsets.UTF_8);
  }

  static byte[] of(PageDocument document) {
    if (document instanceof PageDocument.Pdf pdf) {
      return pdf.bytes();
    }
    if (document instanceof PageDocument.Sheet sheet) {
      return of(sheet.slip());
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (GrayPage page : ((PageDocument.Pictures) document).sheets()) {
      all.writeBytes((page + "\n").getBytes(StandardCharsets.US_ASCII));
      all.writeBytes(page.dots());
    }
    return all.toByteArray();
  }

  static String digest(Sm3Digest sm3, PrintKind kind, byte[] contents) {
    Sm3Digest.Running running = sm3.start();
    byte[] name = kind.name().getBytes(StandardCharsets.US_ASCII);
    running.update(name, 0, name.length);
    running.update(contents, 0, contents.length);
    return HexFormat.of().formatHex(running.finish());
  }
}
