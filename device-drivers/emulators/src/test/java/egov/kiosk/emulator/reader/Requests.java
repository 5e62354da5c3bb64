package egov.kiosk.emulator.reader;

import java.util.HexFormat;

/** Requests as a driver would send them, typed from the protocol text. */
final class Requests {
  static final byte[] RESET = of("0003 10FF EC");
  static final byte[] STATUS = of("0003 11FF ED");
  static final byte[] MODULE_ID = of("0003 12FF EE");
  static final byte[] FIND = of("0003 2001 22");
  static final byte[] SELECT = of("0003 2002 21");
  static final byte[] READ = of("0003 3001 32");
  static final byte[] READ_WITH_FINGERPRINTS = of("0003 3010 23");
  static final byte[] READ_NEW_ADDRESSES = of("0003 3003 30");
  static final byte[] READ_MANAGEMENT_NUMBER = of("0003 3005 36");
  static final byte[] BAUD_9600 = of("0003 6004 67");
  static final byte[] RADIO_80 = of("0004 61FF50 CA");

  private Requests() {}

  /** A frame from the hex digits after the preamble. */
  static byte[] of(String afterPreamble) {
    return HexFormat.of().parseHex("AAAAAA9669" + afterPreamble.replace(" ", ""));
  }
}
