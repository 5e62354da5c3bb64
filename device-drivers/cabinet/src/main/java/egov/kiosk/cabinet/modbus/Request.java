package egov.kiosk.cabinet.modbus;

import java.util.Arrays;

/**
 * A request to a board; immutable.
 *
 * @param function which of the functions, Application Protocol V1.1b3 clause 6
 * @param first the first coil, input or register
 * @param count how many; for one coil whether it is to be on, as the standard encodes it
 * @param data what is written; empty for reading and for one coil
 */
record Request(int function, int first, int count, byte[] data) {
  static final int READ_COILS = 1;
  static final int READ_INPUTS = 2;
  static final int READ_HOLDING_REGISTERS = 3;
  static final int READ_INPUT_REGISTERS = 4;
  static final int WRITE_COIL = 5;
  static final int WRITE_COILS = 15;
  static final int WRITE_REGISTERS = 16;
  private static final int COIL_ON = 0xFF00;
  private static final int MOST_BITS = 2000;
  private static final int MOST_REGISTERS = 125;

  Request {
    data = data.clone();
  }

  static Request readBits(int function, int first, int count) {
    require(count, MOST_BITS);
    return new Request(function, first, count, new byte[0]);
  }

  static Request readRegisters(int function, int first, int count) {
    require(count, MOST_REGISTERS);
    return new Request(function, first, count, new byte[0]);
  }

  static Request writeCoil(int number, boolean on) {
    return new Request(WRITE_COIL, number, on ? COIL_ON : 0, new byte[0]);
  }

  static Request writeCoils(int first, boolean[] on) {
    require(on.length, MOST_BITS);
    byte[] packed = new byte[(on.length + 7) / 8];
    for (int i = 0; i < on.length; i++) {
      if (on[i]) {
        packed[i / 8] |= (byte) (1 << i % 8);
      }
    }
    return new Request(WRITE_COILS, first, on.length, packed);
  }

  static Request writeRegisters(int first, int[] values) {
    require(values.length, MOST_REGISTERS - 2);
    byte[] packed = new byte[values.length * 2];
    for (int i = 0; i < values.length; i++) {
      packed[2 * i] = (byte) (values[i] >> 8);
      packed[2 * i + 1] = (byte) values[i];
    }
    return new Request(WRITE_REGISTERS, first, values.length, packed);
  }

  private static void require(int count, int most) {
    if (count < 1 || count > most) {
      throw new IllegalArgumentException("1 to " + most + " at once");
    }
  }

  boolean reads() {
    return function <= READ_INPUT_REGISTERS;
  }

  /** How many data bytes the answer to a reading request has. */
  int answerBytes() {
    return function <= READ_INPUTS ? (count + 7) / 8 : 2 * count;
  }

  /** The whole frame for a board. */
  byte[] frame(int unit) {
    int body = data.length == 0 ? 6 : 7 + data.length;
    byte[] frame = new byte[body + 2];
    frame[0] = (byte) unit;
    frame[1] = (byte) function;
    frame[2] = (byte) (first >> 8);
    frame[3] = (byte) first;
    frame[4] = (byte) (count >> 8);
    frame[5] = (byte) count;
    if (data.length > 0) {
      frame[6] = (byte) data.length;
      System.arraycopy(data, 0, frame, 7, data.length);
    }
    int check = Crc16.of(frame, body);
    frame[body] = (byte) check;
    frame[body + 1] = (byte) (check >> 8);
    return frame;
  }

  @Override
  public byte[] data() {
    return data.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Request request && Arrays.equals(request.frame(0), frame(0));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(frame(0));
  }
}
