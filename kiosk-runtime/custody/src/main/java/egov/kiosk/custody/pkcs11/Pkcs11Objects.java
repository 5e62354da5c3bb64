package egov.kiosk.custody.pkcs11;

import static egov.kiosk.custody.pkcs11.Cryptoki.at;
import static egov.kiosk.custody.pkcs11.Cryptoki.number;
import static egov.kiosk.custody.pkcs11.Cryptoki.place;

import com.sun.jna.Memory;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.custody.library.Ecc;
import egov.kiosk.custody.token.TokenFault;
import java.lang.ref.Reference;
import java.util.OptionalLong;

/** Finding and reading objects of a token. CK_ATTRIBUTE is type, pointer, length. */
final class Pkcs11Objects {
  static final long CERTIFICATE = 1;
  static final long PUBLIC_KEY = 2;
  static final long PRIVATE_KEY = 3;

  private static final long CLASS = 0;
  private static final long LABEL = 3;
  private static final long VALUE = 0x11;
  private static final int LARGEST = 8192;
  private static final int ATTRIBUTE = 3 * Cryptoki.ULONG;

  private final Cryptoki cryptoki;
  private final long session;
  private final String device;

  Pkcs11Objects(Cryptoki cryptoki, long session, String device) {
    this.cryptoki = cryptoki;
    this.session = session;
    this.device = device;
  }

  /** The one object of that class and label. */
  OptionalLong find(long ofClass, String label) throws CryptoException {
    Memory type = place(ofClass);
    byte[] name = Cryptoki.utf8(label);
    Memory text = Cryptoki.bytes(name);
    Memory template = Ecc.block(2L * ATTRIBUTE);
    attribute(template, 0, CLASS, type, Cryptoki.ULONG);
    attribute(template, ATTRIBUTE, LABEL, text, name.length);
    Memory found = Ecc.block(2L * Cryptoki.ULONG);
    Memory count = place(0);
    cryptoki.call(CkFunction.C_FindObjectsInit, number(session), template, number(2));
    // The template holds bare addresses of these two.
    Reference.reachabilityFence(type);
    Reference.reachabilityFence(text);
    long code = cryptoki.code(CkFunction.C_FindObjects, number(session), found, number(2), count);
    cryptoki.code(CkFunction.C_FindObjectsFinal, number(session));
    cryptoki.check(CkFunction.C_FindObjects, code);
    if (at(count, 0) > 1) {
      throw TokenFault.noKey(device, "object " + label + " of its own: there are several");
    }
    return at(count, 0) == 1 ? OptionalLong.of(at(found, 0)) : OptionalLong.empty();
  }

  /** The value of an object, e.g. the DER of a certificate. */
  byte[] value(long object) throws CryptoException {
    return value(object, VALUE);
  }

  /** An attribute of an object. */
  byte[] value(long object, long type) throws CryptoException {
    Memory into = Ecc.block(LARGEST);
    Memory template = Ecc.block(ATTRIBUTE);
    attribute(template, 0, type, into, LARGEST);
    cryptoki.call(
        CkFunction.C_GetAttributeValue, number(session), number(object), template, number(1));
    long length = at(template, 2L * Cryptoki.ULONG);
    if (length <= 0 || length > LARGEST) {
      throw TokenFault.fault(device, "C_GetAttributeValue says " + length + " bytes");
    }
    return into.getByteArray(0, (int) length);
  }

  private static void attribute(Memory template, long offset, long type, Memory value, long size) {
    template.setNativeLong(offset, number(type));
    template.setPointer(offset + Cryptoki.ULONG, value);
    template.setNativeLong(offset + 2L * Cryptoki.ULONG, number(size));
  }
}
