package egov.kiosk.emulator.printer;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The QR symbol (GB/T 18284, ISO/IEC 18004) that {@code GS ( k} functions 165 to 181 build up.
 *
 * <p>Defaults as on real printers: model 2, three dots a module, level L. Not thread safe.
 */
final class QrSymbol {
  private static final int MODEL_2 = 50;
  private static final int MOST_MODULE = 16;
  private static final int FIRST_LEVEL = 48;
  private static final ErrorCorrectionLevel[] LEVELS = {
    ErrorCorrectionLevel.L, ErrorCorrectionLevel.M, ErrorCorrectionLevel.Q, ErrorCorrectionLevel.H
  };

  private int moduleDots = 3;
  private ErrorCorrectionLevel level = ErrorCorrectionLevel.L;
  private byte[] data = {};

  /** Function 165; false when the model is not the one this printer has. */
  boolean model(int n) {
    return n == MODEL_2;
  }

  /** Function 167: dots a module, 1..16. */
  boolean moduleSize(int n) {
    boolean possible = n >= 1 && n <= MOST_MODULE;
    moduleDots = possible ? n : moduleDots;
    return possible;
  }

  /** Function 169: 48 to 51 stand for L, M, Q and H. */
  boolean errorCorrection(int n) {
    boolean possible = n >= FIRST_LEVEL && n < FIRST_LEVEL + LEVELS.length;
    level = possible ? LEVELS[n - FIRST_LEVEL] : level;
    return possible;
  }

  /** Function 180. */
  void store(byte[] bytes) {
    data = bytes.clone();
  }

  int moduleDots() {
    return moduleDots;
  }

  /** The stored data as people would read it. */
  String content() {
    return new String(data, StandardCharsets.UTF_8);
  }

  /** Function 181: the modules, 1 is black; empty when there is no data or too much. */
  Optional<ByteMatrix> modules() {
    if (data.length == 0) {
      return Optional.empty();
    }
    try {
      // Latin-1 hands the bytes through as they are, which is what a printer does.
      String bytes = new String(data, StandardCharsets.ISO_8859_1);
      return Optional.of(Encoder.encode(bytes, level).getMatrix());
    } catch (WriterException e) {
      return Optional.empty();
    }
  }
}
