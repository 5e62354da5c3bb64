package egov.kiosk.printer.escpos;

import egov.kiosk.domain.device.Slip;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * Turns a {@link Slip} into ESC/POS bytes, from initialising the printer to cutting the paper.
 * Commands used: ESC @, FS &amp;, ESC a, GS !, ESC d, GS ( k, GS v 0, GS V, LF; nothing else ever
 * comes out, whatever the slip says. Immutable.
 */
public final class EscPosEncoder {
  /** Font A is 12 dots wide. */
  private static final int DOTS_A_COLUMN = 12;

  private static final byte[] INITIALISE = {0x1B, 0x40};
  private static final byte[] CHINESE_MODE = {0x1C, 0x26};

  /** Feeds the last line past the knife and cuts. */
  private static final byte[] CUT = {0x1D, 0x56, 0x42, 0x00};

  private static final byte LF = 0x0A;

  private final int columns;
  private final Charset charset;
  private final Optional<RasterLogo> logo;

  /**
   * @param columns how many single-width characters fit side by side, 16 to 64
   * @param charset GB18030, or GBK for a printer without four-byte characters
   */
  public EscPosEncoder(int columns, Charset charset) {
    this(columns, charset, Optional.empty());
  }

  /** With a logo at the top of every slip, if there is one. */
  public EscPosEncoder(int columns, Charset charset, Optional<RasterLogo> logo) {
    if (columns < 16 || columns > 64) {
      throw new IllegalArgumentException("paper has 16 to 64 columns");
    }
    if (!charset.name().equals("GB18030") && !charset.name().equals("GBK")) {
      throw new IllegalArgumentException("the code page is GB18030 or GBK");
    }
    this.columns = columns;
    this.charset = charset;
    this.logo = logo;
  }

  /** The bytes for one slip; a new array at each call. */
  public byte[] encode(Slip slip) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(INITIALISE);
    out.writeBytes(CHINESE_MODE);
    logo.ifPresent(
        picture -> {
          align(Slip.Align.CENTRE, out);
          picture.writeTo(out);
        });
    for (Slip.Line line : slip.lines()) {
      if (line instanceof Slip.Text text) {
        text(text, out);
      } else if (line instanceof Slip.QrCode code) {
        align(Slip.Align.CENTRE, out);
        new QrSymbol(code.content(), columns * DOTS_A_COLUMN).writeTo(out);
        out.write(LF);
      } else if (line instanceof Slip.Rule) {
        align(Slip.Align.LEFT, out);
        size(Slip.Size.NORMAL, out);
        out.writeBytes("-".repeat(columns).getBytes(charset));
        out.write(LF);
      } else if (line instanceof Slip.Space space) {
        out.writeBytes(new byte[] {0x1B, 0x64, (byte) space.rows()});
      }
    }
    out.writeBytes(CUT);
    return out.toByteArray();
  }

  private void text(Slip.Text text, ByteArrayOutputStream out) {
    align(text.align(), out);
    size(text.size(), out);
    int room = text.size() == Slip.Size.DOUBLE ? columns / 2 : columns;
    for (byte[] line : new SlipText(charset).lines(text.text(), room)) {
      out.writeBytes(line);
      out.write(LF);
    }
  }

  private static void align(Slip.Align align, ByteArrayOutputStream out) {
    out.writeBytes(new byte[] {0x1B, 0x61, (byte) (align == Slip.Align.CENTRE ? 1 : 0)});
  }

  private static void size(Slip.Size size, ByteArrayOutputStream out) {
    byte magnified =
        switch (size) {
          case NORMAL -> 0x00;
          case TALL -> 0x01;
          case DOUBLE -> 0x11;
        };
    out.writeBytes(new byte[] {0x1D, 0x21, magnified});
  }
}
