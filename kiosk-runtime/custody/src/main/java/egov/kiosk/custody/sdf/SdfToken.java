package egov.kiosk.custody.sdf;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.custody.EnvelopedKey;
import egov.kiosk.crypto.sm.Sm2RawCiphertext;
import egov.kiosk.custody.library.Ecc;
import egov.kiosk.custody.token.EnrolmentToken;
import egov.kiosk.custody.token.KeyUse;
import egov.kiosk.custody.token.Signable;
import egov.kiosk.custody.token.TokenFault;
import java.util.Optional;
import java.util.OptionalInt;

/** An open session with a card or machine. */
final class SdfToken implements EnrolmentToken {
  /** SGD_SM2_3, encryption with SM2: GM/T 0006. */
  private static final int SM2_ENCRYPTION = 0x00020800;

  private final SdfLibrary library;
  private final SdfSettings settings;
  private final String label;
  private final Pointer device;
  private final Pointer session;
  private boolean granted;

  SdfToken(
      SdfLibrary library, SdfSettings settings, String label, Pointer device, Pointer session) {
    this.library = library;
    this.settings = settings;
    this.label = label;
    this.device = device;
    this.session = session;
  }

  @Override
  public Optional<byte[]> certificate(KeyUse use) {
    return Optional.empty();
  }

  @Override
  public Optional<byte[]> publicKey(KeyUse use) throws CryptoException {
    String name = use == KeyUse.SIGN ? "SDF_ExportSignPublicKey_ECC" : "SDF_ExportEncPublicKey_ECC";
    Memory into = Ecc.block(Ecc.PUBLIC_KEY);
    check(name, library.code(name, session, settings.keyIndex(), into));
    return Optional.of(Ecc.point(into));
  }

  @Override
  public void probe() throws CryptoException {
    publicKey(KeyUse.SIGN);
  }

  /** The interface does not tell. */
  @Override
  public OptionalInt triesLeft() {
    return OptionalInt.empty();
  }

  @Override
  public void login(byte[] pin) throws CryptoException {
    String name = "SDF_GetPrivateKeyAccessRight";
    Memory text = Ecc.block(pin.length);
    int code;
    try {
      text.write(0, pin, 0, pin.length);
      code = library.code(name, session, settings.keyIndex(), text, pin.length);
    } finally {
      text.clear();
    }
    if (SdfError.SDR_PRKRERR.is(code) || SdfError.SDR_PARDENY.is(code)) {
      throw TokenFault.pinRefused(label, SdfError.text(code));
    }
    check(name, code);
    granted = true;
  }

  @Override
  public byte[] sign(Signable what) throws CryptoException {
    Memory data = Ecc.block(what.digest().length);
    data.write(0, what.digest(), 0, what.digest().length);
    Memory signature = Ecc.block(Ecc.SIGNATURE);
    String name = "SDF_InternalSign_ECC";
    check(
        name,
        library.code(name, session, settings.keyIndex(), data, what.digest().length, signature));
    return Ecc.signature(signature);
  }

  @Override
  public byte[] decrypt(Sm2RawCiphertext ciphertext) throws CryptoException {
    String name = "SDF_InternalDecrypt_ECC";
    int room = ciphertext.text().length;
    Memory into = Ecc.block(room);
    Memory size = Ecc.block(Integer.BYTES);
    size.setInt(0, room);
    Memory cipher = Ecc.cipher(ciphertext);
    try {
      int index = settings.keyIndex();
      int code =
          settings.withAlgorithm()
              ? library.code(name, session, index, SM2_ENCRYPTION, cipher, into, size)
              : library.code(name, session, index, cipher, into, size);
      if (SdfError.SDR_PKOPERR.is(code)
          || SdfError.SDR_SKOPERR.is(code)
          || SdfError.SDR_ENCDATAERR.is(code)) {
        throw CryptoException.messageRefused();
      }
      check(name, code);
      int length = size.getInt(0);
      if (length <= 0 || length > room) {
        throw TokenFault.fault(label, name + " says that it wrote " + length + " bytes");
      }
      return into.getByteArray(0, length);
    } finally {
      into.clear();
    }
  }

  private void check(String name, int code) throws CryptoException {
    if (SdfError.SDR_KEYNOTEXIST.is(code)) {
      throw TokenFault.noKey(label, "key pair of index " + settings.keyIndex());
    }
    library.check(name, code);
  }

  @Override
  public EncryptionKey encryptionKey() {
    return EncryptionKey.THERE_ALREADY;
  }

  /** The index names a pair that the vendor's tool made; without one there is nothing to use. */
  @Override
  public Optional<byte[]> made(KeyUse use) throws CryptoException {
    try {
      return publicKey(use);
    } catch (CryptoException e) {
      if (e.fault() == CryptoFault.KEY_ABSENT) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** GM/T 0018 makes keys inside a device only through its vendor's own management interface. */
  @Override
  public void make(KeyUse use) throws CryptoException {
    throw EnrolmentToken.byVendor(label);
  }

  @Override
  public void take(EnvelopedKey key) throws CryptoException {
    throw EnrolmentToken.byVendor(label);
  }

  /** Such devices keep no certificates. */
  @Override
  public boolean take(KeyUse use, byte[] certificate) {
    return false;
  }

  @Override
  public void close() {
    if (granted) {
      library.code("SDF_ReleasePrivateKeyAccessRight", session, settings.keyIndex());
      granted = false;
    }
    library.code("SDF_CloseSession", session);
    library.code("SDF_CloseDevice", device);
  }
}
