package egov.kiosk.custody.pkcs11;

import static egov.kiosk.custody.pkcs11.Cryptoki.number;

import com.sun.jna.Memory;
import egov.kiosk.custody.library.Ecc;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of CK_ATTRIBUTE (type, pointer, length) with the values it points to: keep it until the
 * call is over, because the library sees bare addresses.
 */
final class Pkcs11Template {
  static final long CLASS = 0;
  static final long TOKEN = 1;
  static final long PRIVATE = 2;
  static final long LABEL = 3;
  static final long VALUE = 0x11;
  static final long CERTIFICATE_TYPE = 0x80;
  static final long SUBJECT = 0x101;
  static final long SENSITIVE = 0x103;
  static final long ENCRYPT = 0x104;
  static final long DECRYPT = 0x105;
  static final long SIGN = 0x108;
  static final long VERIFY = 0x10A;
  static final long EXTRACTABLE = 0x162;
  static final long EC_PARAMS = 0x180;
  static final long EC_POINT = 0x181;

  private static final int SIZE = 3 * Cryptoki.ULONG;

  private final List<Long> types = new ArrayList<>();
  private final List<Memory> values = new ArrayList<>();
  private final List<Integer> lengths = new ArrayList<>();

  Pkcs11Template with(long type, byte[] value) {
    types.add(type);
    values.add(Cryptoki.bytes(value));
    lengths.add(value.length);
    return this;
  }

  Pkcs11Template with(long type, boolean value) {
    return with(type, new byte[] {(byte) (value ? 1 : 0)});
  }

  Pkcs11Template with(long type, long value) {
    types.add(type);
    values.add(Cryptoki.place(value));
    lengths.add(Cryptoki.ULONG);
    return this;
  }

  /** How many. */
  int size() {
    return types.size();
  }

  /** The list as the library takes it. */
  Memory memory() {
    Memory list = Ecc.block((long) size() * SIZE);
    for (int i = 0; i < size(); i++) {
      long at = (long) i * SIZE;
      list.setNativeLong(at, number(types.get(i)));
      list.setPointer(at + Cryptoki.ULONG, values.get(i));
      list.setNativeLong(at + 2L * Cryptoki.ULONG, number(lengths.get(i)));
    }
    return list;
  }
}
