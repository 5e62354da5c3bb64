package egov.kiosk.documents.page;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** The modules of a QR code (ISO/IEC 18004), level M, UTF-8. Immutable. */
public final class QrSymbol {
  private final int side;
  private final BitSet dark;

  private QrSymbol(int side, BitSet dark) {
    this.side = side;
    this.dark = dark;
  }

  /**
   * Makes one.
   *
   * @param content what it holds, 1 to 500 characters
   */
  static QrSymbol of(String content) {
    try {
      ByteMatrix matrix =
          Encoder.encode(
                  content, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
              .getMatrix();
      int side = matrix.getWidth();
      BitSet dark = new BitSet(side * side);
      for (int at = 0; at < side * side; at++) {
        dark.set(at, matrix.get(at % side, at / side) == 1);
      }
      return new QrSymbol(side, dark);
    } catch (WriterException e) {
      throw new IllegalArgumentException("the content does not fit a QR code", e);
    }
  }

  /** How many modules a side has. */
  public int side() {
    return side;
  }

  /** A block of dark modules; places and lengths in modules. */
  public record Block(int x, int y, int width, int height) {}

  /** The dark modules as few blocks that do not overlap. */
  public List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    BitSet left = (BitSet) dark.clone();
    for (int at = left.nextSetBit(0); at >= 0; at = left.nextSetBit(at)) {
      int x = at % side;
      int y = at / side;
      int width = 1;
      while (x + width < side && left.get(at + width)) {
        width++;
      }
      int height = 1;
      while (y + height < side && allDark(left, at + height * side, width)) {
        height++;
      }
      for (int row = 0; row < height; row++) {
        left.clear(at + row * side, at + row * side + width);
      }
      blocks.add(new Block(x, y, width, height));
    }
    return blocks;
  }

  private static boolean allDark(BitSet modules, int from, int width) {
    return modules.nextClearBit(from) >= from + width;
  }
}
