package egov.kiosk.custody.pkcs11;

import static egov.kiosk.custody.pkcs11.Cryptoki.number;
import static egov.kiosk.custody.pkcs11.Cryptoki.place;

import com.sun.jna.Memory;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.custody.library.Ecc;
import egov.kiosk.custody.token.TokenFault;
import java.lang.ref.Reference;

/** Makes objects in a token: key pairs that never leave it, and certificates. */
final class Pkcs11Maker {
  private static final long CERTIFICATE = 1;
  private static final long X509 = 0;
  private static final int POINT = 65;

  /** The curve's name, 1.2.156.10197.1.301, in DER. */
  private static final byte[] SM2_CURVE = {
    0x06, 0x08, 0x2A, (byte) 0x81, 0x1C, (byte) 0xCF, 0x55, 0x01, (byte) 0x82, 0x2D
  };

  private final Cryptoki cryptoki;
  private final long session;
  private final String device;

  Pkcs11Maker(Cryptoki cryptoki, long session, String device) {
    this.cryptoki = cryptoki;
    this.session = session;
    this.device = device;
  }

  /** A pair whose private half is sensitive and not extractable. */
  void pair(long mechanism, String label, boolean signs) throws CryptoException {
    byte[] name = Cryptoki.utf8(label);
    Pkcs11Template open =
        new Pkcs11Template()
            .with(Pkcs11Template.TOKEN, true)
            .with(Pkcs11Template.PRIVATE, false)
            .with(Pkcs11Template.LABEL, name)
            .with(Pkcs11Template.EC_PARAMS, SM2_CURVE)
            .with(signs ? Pkcs11Template.VERIFY : Pkcs11Template.ENCRYPT, true);
    Pkcs11Template hidden =
        new Pkcs11Template()
            .with(Pkcs11Template.TOKEN, true)
            .with(Pkcs11Template.PRIVATE, true)
            .with(Pkcs11Template.SENSITIVE, true)
            .with(Pkcs11Template.EXTRACTABLE, false)
            .with(Pkcs11Template.LABEL, name)
            .with(signs ? Pkcs11Template.SIGN : Pkcs11Template.DECRYPT, true);
    Memory chosen = Ecc.block(3L * Cryptoki.ULONG);
    chosen.setNativeLong(0, number(mechanism));
    cryptoki.call(
        CkFunction.C_GenerateKeyPair,
        number(session),
        chosen,
        open.memory(),
        number(open.size()),
        hidden.memory(),
        number(hidden.size()),
        place(0),
        place(0));
    Reference.reachabilityFence(open);
    Reference.reachabilityFence(hidden);
  }

  /** A certificate object. */
  void certificate(String label, byte[] der, byte[] subject) throws CryptoException {
    Pkcs11Template template =
        new Pkcs11Template()
            .with(Pkcs11Template.CLASS, CERTIFICATE)
            .with(Pkcs11Template.CERTIFICATE_TYPE, X509)
            .with(Pkcs11Template.TOKEN, true)
            .with(Pkcs11Template.PRIVATE, false)
            .with(Pkcs11Template.LABEL, Cryptoki.utf8(label))
            .with(Pkcs11Template.SUBJECT, subject)
            .with(Pkcs11Template.VALUE, der);
    cryptoki.call(
        CkFunction.C_CreateObject,
        number(session),
        template.memory(),
        number(template.size()),
        place(0));
    Reference.reachabilityFence(template);
  }

  /** CKA_EC_POINT as the standard has it, an OCTET STRING around the point, or as some have it. */
  byte[] point(byte[] value) throws CryptoException {
    int head = value.length - POINT;
    boolean wrapped = head == 2 && value[0] == 4 && value[1] == POINT;
    if (head != 0 && !wrapped || value[Math.max(head, 0)] != 4) {
      throw TokenFault.fault(device, "it shows its public key in a form that is not understood");
    }
    return java.util.Arrays.copyOfRange(value, head, value.length);
  }
}
