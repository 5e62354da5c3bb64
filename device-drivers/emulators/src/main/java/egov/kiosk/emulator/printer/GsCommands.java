package egov.kiosk.emulator.printer;

import egov.kiosk.emulator.printer.PrinterCounters.Event;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** The commands after GS: sizes, cutting, symbols, pictures, buffered status, serial number. */
final class GsCommands {
  private static final int QR = 49;
  private static final int LAST_ZERO_ENDED_BARCODE = 6;
  private static final int PAPER_SENSOR = 1;
  private static final int SERIAL = 68;

  private final CommandSource source;
  private final PrintHead head;
  private final Panel panel;
  private final PrinterCounters counters;
  private final IntConsumer answers;
  private QrSymbol symbol = new QrSymbol();

  GsCommands(
      CommandSource source,
      PrintHead head,
      Panel panel,
      PrinterCounters counters,
      IntConsumer answers) {
    this.source = source;
    this.head = head;
    this.panel = panel;
    this.counters = counters;
    this.answers = answers;
  }

  void initialise() {
    symbol = new QrSymbol();
  }

  void obey(int c) throws InterruptedException, IOException, ConnectionEndedException {
    switch (c) {
      case '!' -> head.style(head.style().sized(source.next()));
      case 'V' -> cut(source.next());
      case 'r' -> status(source.next());
      case 'I' -> identity(source.next());
      case '(' -> extended(source.next());
      case 'v' -> raster(source.next());
      case 'k' -> barcode(source.next());
      default -> silent(SilentCommands.afterGs(c));
    }
  }

  private void cut(int mode) throws InterruptedException, IOException, ConnectionEndedException {
    switch (mode) {
      case 0, 1, '0', '1' -> head.cut();
      case 'A', 'B' -> {
        head.feedDots(source.next());
        head.cut();
      }
      default -> counters.count(Event.REJECTED);
    }
  }

  private void status(int n) {
    if ((n & ~'0') == PAPER_SENSOR) {
      answers.accept(panel.bufferedPaperStatus());
    } else {
      // The drawer sensor of n = 2: there is no drawer.
      answers.accept(0);
    }
  }

  /** GS I n: of what a printer can tell of itself this one knows its serial number. */
  private void identity(int n) {
    String serial = panel.serial();
    if (n != SERIAL || serial.isEmpty()) {
      counters.count(Event.IGNORED);
      return;
    }
    answers.accept('_');
    serial.chars().forEach(answers);
    answers.accept(0);
  }

  /** GS ( fn pL pH ...: the length comes first, so unknown functions can be stepped over. */
  private void extended(int family)
      throws InterruptedException, IOException, ConnectionEndedException {
    int length = source.nextWord();
    if (family != 'k' || length < 3) {
      counters.count(Event.IGNORED);
      source.skip(length);
      return;
    }
    int kind = source.next();
    int function = source.next();
    byte[] parameters = new byte[length - 2];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = (byte) source.next();
    }
    if (kind != QR || !qr(function, parameters)) {
      counters.count(Event.REJECTED);
    }
  }

  /** The functions by the numbers on the wire; manuals call them 165, 167, 169, 180 and 181. */
  private boolean qr(int function, byte[] parameters) throws IOException {
    int first = Byte.toUnsignedInt(parameters[0]);
    return switch (function) {
      case 65 -> symbol.model(first);
      case 67 -> symbol.moduleSize(first);
      case 69 -> symbol.errorCorrection(first);
      case 80 -> {
        symbol.store(Arrays.copyOfRange(parameters, 1, parameters.length));
        yield true;
      }
      case 81 -> {
        head.symbol(symbol);
        yield true;
      }
      default -> false;
    };
  }

  /** GS v 0 m xL xH yL yH d...: rows of bytes, eight dots each. */
  private void raster(int zero) throws InterruptedException, IOException, ConnectionEndedException {
    if (zero != '0') {
      counters.count(Event.UNKNOWN);
      return;
    }
    int mode = source.next();
    int bytesAcross = source.nextWord();
    int rows = source.nextWord();
    if (bytesAcross == 0 || rows == 0) {
      counters.count(Event.REJECTED);
      return;
    }
    int scaleX = (mode & 1) + 1;
    int scaleY = (mode >> 1 & 1) + 1;
    head.beginRaster(bytesAcross * Byte.SIZE * scaleX, rows * scaleY);
    byte[] row = new byte[Math.min(bytesAcross, Roll.WIDTH / Byte.SIZE / scaleX)];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < row.length; x++) {
        row[x] = (byte) source.next();
      }
      source.skip(bytesAcross - row.length);
      head.rasterRow(row, scaleX, scaleY);
    }
  }

  private void barcode(int kind) throws InterruptedException, ConnectionEndedException {
    counters.count(Event.IGNORED);
    if (kind <= LAST_ZERO_ENDED_BARCODE) {
      source.skipToZero();
    } else {
      source.skip(source.next());
    }
  }

  private void silent(int parameters) throws InterruptedException, ConnectionEndedException {
    if (parameters < 0) {
      counters.count(Event.UNKNOWN);
    } else {
      counters.count(Event.IGNORED);
      source.skip(parameters);
    }
  }
}
