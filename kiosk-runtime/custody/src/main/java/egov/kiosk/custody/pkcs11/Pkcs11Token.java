package egov.kiosk.custody.pkcs11;

import static egov.kiosk.custody.pkcs11.Cryptoki.at;
import static egov.kiosk.custody.pkcs11.Cryptoki.number;
import static egov.kiosk.custody.pkcs11.Cryptoki.place;

import com.sun.jna.Memory;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.sm.Sm2RawCiphertext;
import egov.kiosk.custody.library.Ecc;
import egov.kiosk.custody.token.KeyUse;
import egov.kiosk.custody.token.Signable;
import egov.kiosk.custody.token.Token;
import egov.kiosk.custody.token.TokenFault;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** An open session with a token. */
final class Pkcs11Token implements Token {
  /**
   * CK_TOKEN_INFO: label(32) maker(32) model(16) serial(16) flags … , 208 bytes with 64-bit longs.
   */
  static final int TOKEN_INFO = 256;

  static final int LABEL = 32;
  private static final int FLAGS = 96;
  private static final long FINAL_TRY = 0x20000;
  private static final long LOCKED = 0x40000;

  private static final long USER = 1;
  private static final int LARGEST = 512;
  private static final int MECHANISM = 3 * Cryptoki.ULONG;

  private final Cryptoki cryptoki;
  private final Pkcs11Settings settings;
  private final String label;
  private final long slot;
  private final long session;
  private final Pkcs11Objects objects;
  private final Map<String, Long> keys = new HashMap<>();

  Pkcs11Token(Cryptoki cryptoki, Pkcs11Settings settings, String label, long slot, long session) {
    this.cryptoki = cryptoki;
    this.settings = settings;
    this.label = label;
    this.slot = slot;
    this.session = session;
    objects = new Pkcs11Objects(cryptoki, session, label);
  }

  @Override
  public Optional<byte[]> certificate(KeyUse use) throws CryptoException {
    String name = use == KeyUse.SIGN ? settings.signLabel() : settings.encryptLabel();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    OptionalLong found = objects.find(Pkcs11Objects.CERTIFICATE, name);
    return found.isPresent() ? Optional.of(objects.value(found.getAsLong())) : Optional.empty();
  }

  Pkcs11Objects objects() {
    return objects;
  }

  Pkcs11Maker maker() {
    return new Pkcs11Maker(cryptoki, session, label);
  }

  /** Vendors differ in how they show the points of SM2 keys; each signature is verified instead. */
  @Override
  public Optional<byte[]> publicKey(KeyUse use) {
    return Optional.empty();
  }

  @Override
  public void probe() throws CryptoException {
    flags();
  }

  /** The interface tells a locked token and a last try; other counts it does not tell. */
  @Override
  public OptionalInt triesLeft() throws CryptoException {
    long flags = flags();
    if ((flags & LOCKED) != 0) {
      return OptionalInt.of(0);
    }
    return (flags & FINAL_TRY) != 0 ? OptionalInt.of(1) : OptionalInt.empty();
  }

  private long flags() throws CryptoException {
    Memory info = Ecc.block(TOKEN_INFO);
    cryptoki.call(CkFunction.C_GetTokenInfo, number(slot), info);
    return at(info, FLAGS);
  }

  @Override
  public void login(byte[] pin) throws CryptoException {
    Memory text = Cryptoki.bytes(pin);
    long code;
    try {
      code =
          cryptoki.code(
              CkFunction.C_Login, number(session), number(USER), text, number(pin.length));
    } finally {
      text.clear();
    }
    if (CkError.CKR_PIN_LOCKED.is(code)) {
      throw TokenFault.locked(label);
    }
    if (CkError.CKR_PIN_INCORRECT.is(code)
        || CkError.CKR_PIN_INVALID.is(code)
        || CkError.CKR_PIN_LEN_RANGE.is(code)
        || CkError.CKR_PIN_EXPIRED.is(code)) {
      throw TokenFault.pinRefused(label, CkError.text(code));
    }
    if (!CkError.CKR_USER_ALREADY_LOGGED_IN.is(code)) {
      cryptoki.check(CkFunction.C_Login, code);
    }
  }

  @Override
  public byte[] sign(Signable what) throws CryptoException {
    if (settings.signsMessage() && !what.standard()) {
      throw TokenFault.noKey(label, "mechanism that signs under another user id");
    }
    return work(
        CkFunction.C_SignInit,
        CkFunction.C_Sign,
        settings.signMechanism(),
        key(settings.signLabel()),
        settings.signsMessage() ? what.message() : what.digest());
  }

  @Override
  public byte[] decrypt(Sm2RawCiphertext ciphertext) throws CryptoException {
    if (settings.decryptMechanism() == 0) {
      throw TokenFault.noKey(label, "configured way to decrypt (pkcs11DecryptMechanism)");
    }
    return work(
        CkFunction.C_DecryptInit,
        CkFunction.C_Decrypt,
        settings.decryptMechanism(),
        key(settings.encryptLabel()),
        settings.cipherForm().encode(ciphertext));
  }

  private long key(String name) throws CryptoException {
    Long known = keys.get(name);
    if (known == null) {
      OptionalLong found = objects.find(Pkcs11Objects.PRIVATE_KEY, name);
      known = found.orElseThrow(() -> TokenFault.noKey(label, "private key " + name));
      keys.put(name, known);
    }
    return known;
  }

  private byte[] work(CkFunction begin, CkFunction end, long mechanism, long key, byte[] input)
      throws CryptoException {
    Memory chosen = Ecc.block(MECHANISM);
    chosen.setNativeLong(0, number(mechanism));
    cryptoki.call(begin, number(session), chosen, number(key));
    Memory into = Ecc.block(LARGEST);
    Memory size = place(LARGEST);
    try {
      long code =
          cryptoki.code(
              end, number(session), Cryptoki.bytes(input), number(input.length), into, size);
      if (CkError.CKR_ENCRYPTED_DATA_INVALID.is(code)
          || CkError.CKR_ENCRYPTED_DATA_LEN_RANGE.is(code)) {
        throw CryptoException.messageRefused();
      }
      cryptoki.check(end, code);
      long length = at(size, 0);
      if (length <= 0 || length > LARGEST) {
        throw TokenFault.fault(label, end + " says that it wrote " + length + " bytes");
      }
      return into.getByteArray(0, (int) length);
    } finally {
      into.clear();
    }
  }

  @Override
  public void close() {
    try {
      cryptoki.code(CkFunction.C_CloseSession, number(session));
      cryptoki.code(CkFunction.C_Finalize, new Object[] {null});
    } catch (CryptoException e) {
      // A library without these two has nothing to close.
    }
  }
}
