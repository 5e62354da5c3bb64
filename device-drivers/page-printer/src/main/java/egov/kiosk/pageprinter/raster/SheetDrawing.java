package egov.kiosk.pageprinter.raster;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.print.GrayPage;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws a slip's lines on one A4 sheet with the machine's Chinese font. */
public final class SheetDrawing {
  private static final List<String> FONTS =
      List.of("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", Font.SANS_SERIF);
  private static final String PROBE = "政务回执";
  private static final double BODY_MM = 5.5;
  private static final double MARGIN_MM = 25;
  private static final double QR_MM = 40;

  private final int dotsPerInch;
  private final BufferedImage image;
  private final Graphics2D pen;
  private final int margin;
  private int y;

  private SheetDrawing(int dotsPerInch) {
    this.dotsPerInch = dotsPerInch;
    image = new BufferedImage(dots(210), dots(297), BufferedImage.TYPE_BYTE_GRAY);
    pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.setColor(Color.BLACK);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    margin = dots(MARGIN_MM);
    y = margin;
  }

  /**
   * Draws.
   *
   * @param dotsPerInch how fine
   * @throws IllegalArgumentException when it does not fit one sheet, or no font has Chinese
   */
  public static GrayPage draw(Slip slip, int dotsPerInch) {
    SheetDrawing sheet = new SheetDrawing(dotsPerInch);
    try {
      for (Slip.Line line : slip.lines()) {
        sheet.line(line);
      }
      if (sheet.y > sheet.image.getHeight() - sheet.margin) {
        throw new IllegalArgumentException("it does not fit one sheet");
      }
      byte[] dots = ((DataBufferByte) sheet.image.getRaster().getDataBuffer()).getData();
      return new GrayPage(sheet.image.getWidth(), sheet.image.getHeight(), dotsPerInch, dots);
    } finally {
      sheet.pen.dispose();
    }
  }

  private int dots(double millimetres) {
    return (int) Math.round(millimetres * dotsPerInch / 25.4);
  }

  private void line(Slip.Line line) {
    if (line instanceof Slip.Text text) {
      text(text);
    } else if (line instanceof Slip.QrCode code) {
      code(code.content());
    } else if (line instanceof Slip.Rule) {
      y += dots(BODY_MM / 2);
      pen.fillRect(margin, y, image.getWidth() - 2 * margin, Math.max(1, dots(0.25)));
      y += dots(BODY_MM / 2);
    } else if (line instanceof Slip.Space space) {
      y += dots(BODY_MM * space.rows());
    }
  }

  private void text(Slip.Text text) {
    double height = text.size() == Slip.Size.NORMAL ? BODY_MM : BODY_MM * 1.6;
    pen.setFont(font(dots(height)));
    FontMetrics metrics = pen.getFontMetrics();
    for (String row : rows(text.text(), metrics)) {
      int width = metrics.stringWidth(row);
      int x = text.align() == Slip.Align.CENTRE ? (image.getWidth() - width) / 2 : margin;
      pen.drawString(row, x, y + metrics.getAscent());
      y += dots(height * 1.5);
    }
  }

  private List<String> rows(String text, FontMetrics metrics) {
    List<String> rows = new ArrayList<>();
    StringBuilder row = new StringBuilder();
    int room = image.getWidth() - 2 * margin;
    text.codePoints()
        .filter(one -> !Character.isISOControl(one) && Character.getType(one) != Character.FORMAT)
        .forEach(
            one -> {
              String character = Character.toString(one);
              if (metrics.stringWidth(row + character) > room) {
                rows.add(row.toString());
                row.setLength(0);
              }
              row.append(character);
            });
    rows.add(row.toString());
    return rows;
  }

  private static Font font(int height) {
    for (String name : FONTS) {
      Font font = new Font(name, Font.PLAIN, height);
      if (font.canDisplayUpTo(PROBE) < 0) {
        return font;
      }
    }
    throw new IllegalArgumentException("no font here has Chinese; install fonts-noto-cjk");
  }

  private void code(String content) {
    try {
      BitMatrix matrix =
          new QRCodeWriter()
              .encode(
                  content,
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(EncodeHintType.CHARACTER_SET, "UTF-8", EncodeHintType.MARGIN, 4));
      int module = Math.max(1, dots(QR_MM) / matrix.getWidth());
      int left = (image.getWidth() - module * matrix.getWidth()) / 2;
      for (int row = 0; row < matrix.getHeight(); row++) {
        for (int column = 0; column < matrix.getWidth(); column++) {
          if (matrix.get(column, row)) {
            pen.fillRect(left + column * module, y + row * module, module, module);
          }
        }
      }
      y += module * matrix.getHeight() + dots(BODY_MM / 2);
    } catch (WriterException e) {
      throw new IllegalArgumentException("the code does not fit a QR symbol", e);
    }
  }
}
