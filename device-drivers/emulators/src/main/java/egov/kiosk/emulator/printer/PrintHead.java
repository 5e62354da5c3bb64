package egov.kiosk.emulator.printer;

import com.google.zxing.qrcode.encoder.ByteMatrix;
import egov.kiosk.emulator.printer.PrinterCounters.Event;
import java.io.IOException;
import java.util.Optional;

/** What commands do to the paper. Used by the interpreter's thread only. */
final class PrintHead {
  /** One sixth of an inch at 203 dots an inch. */
  private static final int USUAL_SPACING = 34;

  private static final int DOTS_A_BYTE = 8;

  private final Roll roll;
  private final SlipFolder folder;
  private final Panel panel;
  private final PrinterCounters counters;
  private final TextLine line = new TextLine();
  private TextStyle style = TextStyle.PLAIN;
  private Align align = Align.LEFT;
  private int lineSpacing = USUAL_SPACING;

  PrintHead(Roll roll, SlipFolder folder, Panel panel, PrinterCounters counters) {
    this.roll = roll;
    this.folder = folder;
    this.panel = panel;
    this.counters = counters;
  }

  /** Back to the state after power-on; characters that wait for a line feed are dropped. */
  void initialise() {
    line.takeCells();
    style = TextStyle.PLAIN;
    align = Align.LEFT;
    lineSpacing = USUAL_SPACING;
  }

  TextStyle style() {
    return style;
  }

  void style(TextStyle other) {
    style = other;
  }

  void lineSpacing(int dots) {
    lineSpacing = dots;
  }

  void usualLineSpacing() {
    lineSpacing = USUAL_SPACING;
  }

  /** Takes effect only at the beginning of a line, as on real printers. */
  void align(Align other) {
    if (line.isEmpty()) {
      align = other;
    } else {
      counters.count(Event.IGNORED);
    }
  }

  /** Puts a character into the line; a full line is printed first. */
  void character(String text) throws IOException {
    Cell cell = new Cell(text, style);
    if (line.isFullFor(cell, Roll.WIDTH)) {
      lineFeed();
    }
    line.add(cell);
  }

  void tab() throws IOException {
    for (int blanks = line.blanksToTabStop(); blanks > 0; blanks--) {
      character(" ");
    }
  }

  /** Prints the line, even an empty one. */
  void lineFeed() throws IOException {
    roll.print(line, align, lineSpacing);
    counters.count(Event.LINES);
    panel.linePrinted();
    cutIfFull();
  }

  /** Prints what waits, then feeds blank lines. */
  void feedLines(int lines) throws IOException {
    flush();
    for (int i = 0; i < lines; i++) {
      lineFeed();
    }
  }

  void feedDots(int dots) throws IOException {
    flush();
    roll.feed(dots);
    cutIfFull();
  }

  void cut() throws IOException {
    flush();
    dropCutOff();
  }

  /** Prints a QR symbol; one that is too wide for the paper is not printed at all. */
  void symbol(QrSymbol symbol) throws IOException {
    Optional<ByteMatrix> modules = symbol.modules();
    int dots = symbol.moduleDots();
    if (modules.isEmpty() || modules.get().getWidth() * dots > Roll.WIDTH) {
      counters.count(Event.REJECTED);
      return;
    }
    flush();
    ByteMatrix matrix = modules.get();
    int left = align.start(Roll.WIDTH, matrix.getWidth() * dots);
    for (int y = 0; y < matrix.getHeight(); y++) {
      for (int x = 0; x < matrix.getWidth(); x++) {
        if (matrix.get(x, y) == 1) {
          roll.blacken(left + x * dots, y * dots, dots, dots);
        }
      }
    }
    roll.note("[QR] " + symbol.content());
    roll.feed(matrix.getHeight() * dots);
    cutIfFull();
  }

  /** Announces a picture of so many dots, before its rows. */
  void beginRaster(int width, int height) throws IOException {
    flush();
    roll.note("[picture " + width + "x" + height + "]");
  }

  /**
   * Prints one row of a picture.
   *
   * @param bits eight dots a byte, the leftmost in the highest bit
   * @param scaleX dots a bit across, 1 or 2
   * @param scaleY dots a bit down, 1 or 2
   */
  void rasterRow(byte[] bits, int scaleX, int scaleY) throws IOException {
    int left = align.start(Roll.WIDTH, bits.length * DOTS_A_BYTE * scaleX);
    for (int x = 0; x < bits.length * DOTS_A_BYTE; x++) {
      if ((bits[x / DOTS_A_BYTE] << x % DOTS_A_BYTE & 0x80) != 0) {
        roll.blacken(left + x * scaleX, 0, scaleX, scaleY);
      }
    }
    roll.feed(scaleY);
    cutIfFull();
  }

  private void flush() throws IOException {
    if (!line.isEmpty()) {
      lineFeed();
    }
  }

  /** A slip of two metres is a mistake or an attack; it is cut off and kept like any other. */
  private void cutIfFull() throws IOException {
    if (roll.isFull()) {
      counters.count(Event.REJECTED);
      dropCutOff();
    }
  }

  private void dropCutOff() throws IOException {
    Optional<Slip> slip = roll.cut();
    if (slip.isPresent() && !panel.swallows()) {
      folder.drop(slip.get());
      counters.count(Event.SLIPS);
      panel.slipCut();
    }
  }
}
