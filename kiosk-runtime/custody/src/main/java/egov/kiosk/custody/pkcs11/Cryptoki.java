package egov.kiosk.custody.pkcs11;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.custody.library.Ecc;
import egov.kiosk.custody.library.ModuleLibrary;
import egov.kiosk.custody.token.TokenFault;
import java.nio.charset.StandardCharsets;

/**
 * A PKCS #11 library on its C boundary (OASIS PKCS #11 v2.40; the functions used are in every
 * version since 2.0). The JDK's provider for it knows no SM2, so the function list is called
 * directly.
 *
 * <p>C_GetFunctionList gives a CK_FUNCTION_LIST: two bytes of version, then, from the next multiple
 * of a pointer's size on, one pointer a function in the order of the specification. CK_ULONG is the
 * C compiler's unsigned long, 64 bits on the machines this runs on; structures are not packed,
 * which holds everywhere but on Windows. Codes are CK_RV.
 */
final class Cryptoki {
  /** Bytes of CK_ULONG. */
  static final int ULONG = NativeLong.SIZE;

  private final Pointer list;
  private final String device;

  Cryptoki(ModuleLibrary library, String device) throws CryptoException {
    this.device = device;
    Memory place = Ecc.block(Long.BYTES);
    Function entry = library.function("C_GetFunctionList");
    long code = entry.invokeInt(new Object[] {place});
    list = place.getPointer(0);
    if (code != CkError.OK || list == null) {
      throw library.unusable("gives no list of its functions (" + CkError.text(code) + ")");
    }
  }

  /** Calls and returns the code. */
  long code(CkFunction function, Object... arguments) throws CryptoException {
    Pointer address = list.getPointer((long) (function.position() + 1) * Long.BYTES);
    if (address == null) {
      throw TokenFault.fault(device, "its library has no " + function);
    }
    return ((NativeLong) Function.getFunction(address).invoke(NativeLong.class, arguments))
        .longValue();
  }

  /** Calls, and refuses every code but CKR_OK. */
  void call(CkFunction function, Object... arguments) throws CryptoException {
    check(function, code(function, arguments));
  }

  void check(CkFunction function, long code) throws CryptoException {
    if (code != CkError.OK) {
      String seen = function + ": " + CkError.text(code);
      throw CkError.gone(code) ? TokenFault.absent(device, seen) : TokenFault.fault(device, seen);
    }
  }

  /** A number as an argument. */
  static NativeLong number(long value) {
    return new NativeLong(value, true);
  }

  /** A place that holds a number. */
  static Memory place(long value) {
    Memory place = Ecc.block(ULONG);
    place.setNativeLong(0, number(value));
    return place;
  }

  /** The number in a place. */
  static long at(Pointer place, long offset) {
    return place.getNativeLong(offset).longValue();
  }

  /** Bytes as an argument; never of length 0. */
  static Memory bytes(byte[] value) {
    Memory block = Ecc.block(Math.max(1, value.length));
    block.write(0, value, 0, value.length);
    return block;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
