package egov.kiosk.emulator.cabinet;

/** The check of Modbus RTU, bit by bit as Modbus over Serial Line V1.02, 6.2.2 describes it. */
final class Check {
  private Check() {}

  /** Over the first bytes; zero over a whole frame that is in order. */
  static int of(byte[] bytes, int length) {
    int check = 0xFFFF;
    for (int i = 0; i < length; i++) {
      check ^= bytes[i] & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        check = (check & 1) == 1 ? check >> 1 ^ 0xA001 : check >> 1;
      }
    }
    return check;
  }
}
