package egov.kiosk.emulator.printer;

import egov.kiosk.emulator.control.Happenings;

/**
 * The state a person can change with their hands: paper, cover, and a firmware that hangs.
 *
 * <p>Thread safe; the print head and the port wait here. The status bytes follow the ESC/POS
 * command DLE EOT: bits 1 and 4 always set, so 0x12 means that all is well.
 */
final class Panel {
  private static final int FIXED = 0x12;
  private static final int OFFLINE = 0x08;
  private static final int COVER_OPEN = 0x04;
  private static final int STOPPED_BY_PAPER_END = 0x20;
  private static final int ERROR = 0x40;
  private static final int CUTTER = 0x08;
  private static final int NEAR_END = 0x0C;
  private static final int END = 0x60;

  private static final int BUFFERED_NEAR_END = 0x03;
  private static final int BUFFERED_END = 0x0C;

  private static final int NEVER = -1;

  private PaperLevel paper = PaperLevel.OK;
  private int linesLeft = NEVER;
  private boolean coverOpen;
  private boolean hanging;
  private boolean busy;
  private boolean jammed;
  private boolean lying;
  private volatile String serial = "EMU0000001";
  private volatile Happenings happenings = new Happenings();

  synchronized void paper(PaperLevel level) {
    paper = level;
    linesLeft = NEVER;
    notifyAll();
  }

  /** Lets the paper end after so many more lines. */
  synchronized void paperEndsAfter(int lines) {
    linesLeft = lines;
  }

  synchronized void cover(boolean open) {
    coverOpen = open;
    notifyAll();
  }

  synchronized void hang(boolean yes) {
    hanging = yes;
    notifyAll();
  }

  /** A slip that takes long: all is well, and what comes after it in the stream waits. */
  synchronized void busy(boolean yes) {
    busy = yes;
    notifyAll();
  }

  synchronized void jam(boolean yes) {
    jammed = yes;
    notifyAll();
  }

  /** A printer that says that all is well and swallows what it cannot print. */
  synchronized void lie(boolean yes) {
    lying = yes;
    notifyAll();
  }

  /** Another printer in its place; an empty number is one that does not know GS I. */
  void serial(String number) {
    serial = number;
  }

  /** What it answers to GS I 68; empty when it does not know the command. */
  String serial() {
    return serial;
  }

  /** Whether what is printed now comes out nowhere. */
  synchronized boolean swallows() {
    return lying && unwell();
  }

  /** Who is told of lines and slips. */
  void happenings(Happenings listeners) {
    happenings = listeners;
  }

  /** The print head reports that it has cut off a slip. */
  void slipCut() {
    happenings.tell("slip");
  }

  /** The print head reports that it has printed one line. */
  void linePrinted() {
    paperUsed();
    happenings.tell("line");
  }

  private synchronized void paperUsed() {
    if (linesLeft != NEVER && --linesLeft <= 0) {
      paper(PaperLevel.OUT);
    }
  }

  /** Waits until the printer would print. */
  synchronized void awaitPrintable() throws InterruptedException {
    while (offline() || hanging || busy) {
      wait();
    }
  }

  /** Waits until the firmware takes notice of the port. */
  synchronized void awaitListening() throws InterruptedException {
    while (hanging) {
      wait();
    }
  }

  /**
   * The answer to DLE EOT.
   *
   * @param n 1 printer, 2 cause of being offline, 3 errors, 4 paper sensors
   */
  synchronized int realTimeStatus(int n) {
    if (lying) {
      return FIXED;
    }
    return FIXED
        | switch (n) {
          case 1 -> offline() ? OFFLINE : 0;
          case 2 ->
              (coverOpen ? COVER_OPEN : 0)
                  | (out() ? STOPPED_BY_PAPER_END : 0)
                  | (jammed ? ERROR : 0);
          case 3 -> jammed ? CUTTER : 0;
          case 4 -> (paper == PaperLevel.OK ? 0 : NEAR_END) | (out() ? END : 0);
          default -> 0;
        };
  }

  /** The answer to GS r 1: 00 enough, 03 near end, 0F end; it has no fixed bits. */
  synchronized int bufferedPaperStatus() {
    if (lying) {
      return 0;
    }
    return (paper == PaperLevel.OK ? 0 : BUFFERED_NEAR_END) | (out() ? BUFFERED_END : 0);
  }

  private boolean offline() {
    return unwell() && !lying;
  }

  private boolean unwell() {
    return coverOpen || out() || jammed;
  }

  private boolean out() {
    return paper == PaperLevel.OUT;
  }
}
