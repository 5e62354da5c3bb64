package egov.kiosk.localapi;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;

/** Draws a QR code as SVG: black squares on white, with the four-module quiet zone of ISO 18004. */
final class QrSvg {
  private static final int QUIET = 4;

  private QrSvg() {}

  /**
   * Draws the code.
   *
   * @param content what it holds, 1 to 500 characters
   */
  static byte[] of(String content) {
    ByteMatrix matrix;
    try {
      matrix = Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("the content does not fit a QR code", e);
    }
    int side = matrix.getWidth() + 2 * QUIET;
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < matrix.getHeight(); y++) {
      for (int x = 0; x < matrix.getWidth(); x++) {
        if (matrix.get(x, y) == 1) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    String svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\">"
                .formatted(side, side)
            + "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/><path d=\"%s\" fill=\"#000\"/></svg>"
                .formatted(side, side, path);
    return svg.getBytes(StandardCharsets.UTF_8);
  }
}
