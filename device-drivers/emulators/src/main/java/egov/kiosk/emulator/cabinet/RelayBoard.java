package egov.kiosk.emulator.cabinet;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.BitSet;

/** The board's memory and what requests do with it; safe for operator and line. */
final class RelayBoard {
  static final int INPUTS = 8;
  static final int COILS = 16;
  static final int REGISTERS = 8;
  private static final int ILLEGAL_FUNCTION = 1;
  private static final int ILLEGAL_ADDRESS = 2;
  private static final int ILLEGAL_VALUE = 3;
  private static final int COIL_ON = 0xFF00;

  private final BitSet inputs = new BitSet(INPUTS);
  private final BitSet coils = new BitSet(COILS);
  private final int[] registers = new int[REGISTERS];

  synchronized void input(int number, boolean on) {
    inputs.set(number, on);
  }

  /** The coils as digits, coil 0 first. */
  synchronized String coils() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < COILS; i++) {
      text.append(coils.get(i) ? '1' : '0');
    }
    return text.toString();
  }

  /** Power: relays fall off. */
  synchronized void powerUp() {
    coils.clear();
  }

  /**
   * Carries out a request.
   *
   * @param request function and data, without unit and check
   * @return the answer of the same kind
   */
  synchronized byte[] answer(byte[] request) {
    int function = request[0] & 0xFF;
    if (request.length < 5) {
      return exception(function, ILLEGAL_VALUE);
    }
    int first = word(request, 1);
    int second = word(request, 3);
    return switch (function) {
      case 1 -> bits(function, coils, COILS, first, second);
      case 2 -> bits(function, inputs, INPUTS, first, second);
      case 3, 4 -> words(function, first, second);
      case 5 -> coil(request, first, second);
      case 15 -> manyCoils(request, first, second);
      case 16 -> manyRegisters(request, first, second);
      default -> exception(function, ILLEGAL_FUNCTION);
    };
  }

  private static byte[] bits(int function, BitSet bits, int limit, int from, int count) {
    if (count < 1 || from + count > limit) {
      return exception(function, ILLEGAL_ADDRESS);
    }
    byte[] packed = Arrays.copyOf(bits.get(from, from + count).toByteArray(), (count + 7) / 8);
    return withCount(function, packed);
  }

  private byte[] words(int function, int from, int count) {
    if (count < 1 || from + count > REGISTERS) {
      return exception(function, ILLEGAL_ADDRESS);
    }
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (int i = from; i < from + count; i++) {
      data.write(registers[i] >> 8);
      data.write(registers[i]);
    }
    return withCount(function, data.toByteArray());
  }

  private byte[] coil(byte[] request, int number, int value) {
    if (number >= COILS) {
      return exception(5, ILLEGAL_ADDRESS);
    }
    if (value != 0 && value != COIL_ON) {
      return exception(5, ILLEGAL_VALUE);
    }
    coils.set(number, value == COIL_ON);
    return Arrays.copyOf(request, 5);
  }

  private byte[] manyCoils(byte[] request, int from, int count) {
    if (count < 1 || from + count > COILS) {
      return exception(15, ILLEGAL_ADDRESS);
    }
    if (request.length != 6 + (count + 7) / 8) {
      return exception(15, ILLEGAL_VALUE);
    }
    BitSet given = BitSet.valueOf(Arrays.copyOfRange(request, 6, request.length));
    for (int i = 0; i < count; i++) {
      coils.set(from + i, given.get(i));
    }
    return Arrays.copyOf(request, 5);
  }

  private byte[] manyRegisters(byte[] request, int from, int count) {
    if (count < 1 || from + count > REGISTERS) {
      return exception(16, ILLEGAL_ADDRESS);
    }
    if (request.length != 6 + 2 * count) {
      return exception(16, ILLEGAL_VALUE);
    }
    for (int i = 0; i < count; i++) {
      registers[from + i] = word(request, 6 + 2 * i);
    }
    return Arrays.copyOf(request, 5);
  }

  static byte[] exception(int function, int code) {
    return new byte[] {(byte) (function | 0x80), (byte) code};
  }

  private static byte[] withCount(int function, byte[] data) {
    byte[] answer = new byte[data.length + 2];
    answer[0] = (byte) function;
    answer[1] = (byte) data.length;
    System.arraycopy(data, 0, answer, 2, data.length);
    return answer;
  }

  private static int word(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
  }
}
