package egov.kiosk.emulator.printer;

import egov.kiosk.emulator.printer.PrinterCounters.Event;
import java.io.IOException;
import java.util.function.IntConsumer;

/**
 * Reads ESC/POS and moves the print head. Unknown commands are counted and skipped, never fatal;
 * after one, printing goes on with the next byte, so a stream out of step prints rubbish, as paper
 * does.
 *
 * <p>Runs on the print head's thread; ends on interrupt.
 */
final class Interpreter implements Runnable {
  private static final int HT = 0x09;
  private static final int LF = 0x0A;
  private static final int CR = 0x0D;
  private static final int DLE = 0x10;
  private static final int ESC = 0x1B;
  private static final int FS = 0x1C;
  private static final int GS = 0x1D;
  private static final int FIRST_PRINTABLE = 0x20;
  private static final int FIRST_NOT_ASCII = 0x80;

  private final CommandSource source;
  private final PrintHead head;
  private final PrinterCounters counters;
  private final GsCommands gsCommands;
  private boolean chinese;

  /**
   * @param answers takes the status bytes that are asked for in the stream
   */
  Interpreter(
      CommandSource source,
      PrintHead head,
      Panel panel,
      PrinterCounters counters,
      IntConsumer answers) {
    this.source = source;
    this.head = head;
    this.counters = counters;
    this.gsCommands = new GsCommands(source, head, panel, counters, answers);
  }

  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        command();
      } catch (ConnectionEndedException e) {
        counters.count(Event.CUT_OFF);
      } catch (IOException e) {
        System.err.println("printer: slip not kept: " + e.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void command() throws InterruptedException, IOException, ConnectionEndedException {
    int first = source.nextOrEnd();
    switch (first) {
      case ReceiveBuffer.END_OF_CONNECTION, CR -> {}
      case LF -> head.lineFeed();
      case HT -> head.tab();
      case DLE -> dle();
      case ESC -> esc(source.next());
      case FS -> fs(source.next());
      case GS -> gsCommands.obey(source.next());
      default -> text(first);
    }
  }

  /** Answered when it arrived; here it is only stepped over. */
  private void dle() throws InterruptedException, ConnectionEndedException {
    switch (source.next()) {
      case 0x04, 0x05 -> source.skip(1);
      default -> counters.count(Event.UNKNOWN);
    }
  }

  private void text(int first) throws InterruptedException, IOException, ConnectionEndedException {
    if (first < FIRST_PRINTABLE) {
      counters.count(Event.UNKNOWN);
    } else if (first < FIRST_NOT_ASCII) {
      head.character(String.valueOf((char) first));
    } else if (chinese) {
      hanCharacter(first);
    } else {
      // Without FS & these bytes are a Western code page; the emulator has none.
      undecodable();
    }
  }

  private void hanCharacter(int first)
      throws InterruptedException, IOException, ConnectionEndedException {
    int second = source.next();
    byte[] bytes =
        TextDecoder.isFourByte(second)
            ? new byte[] {(byte) first, (byte) second, (byte) source.next(), (byte) source.next()}
            : new byte[] {(byte) first, (byte) second};
    String text = TextDecoder.decode(bytes).orElse("");
    if (text.isEmpty()) {
      undecodable();
    } else {
      head.character(text);
    }
  }

  private void undecodable() throws IOException {
    counters.count(Event.UNDECODABLE);
    head.character("?");
  }

  private void esc(int c) throws InterruptedException, IOException, ConnectionEndedException {
    switch (c) {
      case '@' -> initialise();
      case 'a' -> align(source.next());
      case '!' -> head.style(TextStyle.ofPrintMode(source.next()));
      case 'E', 'G' -> head.style(head.style().withBold((source.next() & 1) != 0));
      case '-' -> head.style(head.style().withUnderline((source.next() & 3) != 0));
      case 'd' -> head.feedLines(source.next());
      case 'J' -> head.feedDots(source.next());
      case '2' -> head.usualLineSpacing();
      case '3' -> head.lineSpacing(source.next());
      case 'i', 'm' -> head.cut();
      case 'D' -> ignoring(source::skipToZero);
      case '*' -> ignoring(this::skipColumns);
      default -> skipSilently(SilentCommands.afterEsc(c));
    }
  }

  private void initialise() {
    chinese = false;
    head.initialise();
    gsCommands.initialise();
  }

  private void align(int n) {
    switch (n) {
      case 0, '0' -> head.align(Align.LEFT);
      case 1, '1' -> head.align(Align.CENTRE);
      case 2, '2' -> head.align(Align.RIGHT);
      default -> counters.count(Event.REJECTED);
    }
  }

  /** ESC * m nL nH: columns of one byte (m 0, 1) or three (m 32, 33). */
  private void skipColumns() throws InterruptedException, ConnectionEndedException {
    int bytesAColumn = source.next() < 32 ? 1 : 3;
    source.skip((long) source.nextWord() * bytesAColumn);
  }

  private void fs(int c) throws InterruptedException, ConnectionEndedException {
    switch (c) {
      case '&' -> chinese = true;
      case '.' -> chinese = false;
      default -> skipSilently(SilentCommands.afterFs(c));
    }
  }

  private interface Skip {
    void run() throws InterruptedException, ConnectionEndedException;
  }

  private void ignoring(Skip skip) throws InterruptedException, ConnectionEndedException {
    counters.count(Event.IGNORED);
    skip.run();
  }

  private void skipSilently(int parameters) throws InterruptedException, ConnectionEndedException {
    if (parameters < 0) {
      counters.count(Event.UNKNOWN);
    } else {
      ignoring(() -> source.skip(parameters));
    }
  }
}
