package egov.kiosk.cabinet.modbus;

/** The check of Modbus RTU (CRC-16, polynomial 8005 reflected), over Serial Line V1.02, 6.2.2. */
final class Crc16 {
  private static final int[] TABLE = table();

  private Crc16() {}

  /** Over the first bytes; zero over a whole frame that is in order. */
  static int of(byte[] bytes, int length) {
    int check = 0xFFFF;
    for (int i = 0; i < length; i++) {
      check = check >> 8 ^ TABLE[(check ^ bytes[i]) & 0xFF];
    }
    return check;
  }

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int check = i;
      for (int bit = 0; bit < 8; bit++) {
        check = (check & 1) == 0 ? check >> 1 : check >> 1 ^ 0xA001;
      }
      table[i] = check;
    }
    return table;
  }
}
