package egov.kiosk.emulator.reader;

import java.util.Optional;

/** The rates of the module's UART (8N1) in the order of the parameter of command 60. */
enum Baud {
  B115200(115_200, 0x1002),
  B57600(57_600, 0x1001),
  B38400(38_400, 0x0F),
  B19200(19_200, 0x0E),
  B9600(9_600, 0x0D);

  /** Start bit, eight data bits, stop bit. */
  private static final int BITS_A_BYTE = 10;

  private static final long NANOS_A_SECOND = 1_000_000_000L;

  private final int rate;
  private final int termiosCode;

  Baud(int rate, int termiosCode) {
    this.rate = rate;
    this.termiosCode = termiosCode;
  }

  int rate() {
    return rate;
  }

  /** The speed bits of Linux termios for this rate. */
  int termiosCode() {
    return termiosCode;
  }

  /** How long so many bytes take on the wire, in nanoseconds. */
  long nanos(long bytes) {
    return bytes * BITS_A_BYTE * NANOS_A_SECOND / rate;
  }

  static Optional<Baud> ofIndex(int index) {
    return index < values().length ? Optional.of(values()[index]) : Optional.empty();
  }

  static Optional<Baud> ofRate(int rate) {
    for (Baud baud : values()) {
      if (baud.rate == rate) {
        return Optional.of(baud);
      }
    }
    return Optional.empty();
  }
}
