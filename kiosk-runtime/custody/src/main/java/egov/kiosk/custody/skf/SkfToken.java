package egov.kiosk.custody.skf;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.custody.EnvelopedKey;
import egov.kiosk.crypto.sm.Sm2RawCiphertext;
import egov.kiosk.custody.library.Ecc;
import egov.kiosk.custody.token.EnrolmentToken;
import egov.kiosk.custody.token.KeyUse;
import egov.kiosk.custody.token.Signable;
import egov.kiosk.custody.token.TokenFault;
import java.util.Optional;
import java.util.OptionalInt;

/** An open smart key. */
final class SkfToken implements EnrolmentToken {
  private static final int USER = 1;

  /** SGD_SM2_1, signing with SM2: GM/T 0006. */
  private static final int SM2 = 0x00020200;

  private static final int LARGEST_CERTIFICATE = 8192;

  private final SkfLibrary library;
  private final SkfSettings settings;
  private final String label;
  private final Pointer device;
  private Pointer application;
  private Pointer container;
  private boolean missing;

  SkfToken(SkfLibrary library, SkfSettings settings, String label, Pointer device) {
    this.library = library;
    this.settings = settings;
    this.label = label;
    this.device = device;
  }

  /** Opens application and container; one that is to hold new keys may be made for them. */
  void open(boolean mayMake) throws CryptoException {
    Memory handle = Ecc.block(Long.BYTES);
    int code =
        library.code(
            "SKF_OpenApplication", device, SkfLibrary.text(settings.application()), handle);
    if (SkfError.SAR_APPLICATION_NOT_EXISTS.is(code)
        || SkfError.SAR_APPLICATION_NAME_INVALID.is(code)) {
      throw TokenFault.noKey(label, "application " + settings.application());
    }
    check("SKF_OpenApplication", code);
    application = handle.getPointer(0);
    Memory opened = Ecc.block(Long.BYTES);
    code =
        library.code(
            "SKF_OpenContainer", application, SkfLibrary.text(settings.container()), opened);
    missing = SkfError.SAR_KEYNOTFOUNTERR.is(code) || SkfError.SAR_FILE_NOT_EXIST.is(code);
    if (missing && mayMake) {
      return;
    }
    if (missing) {
      throw TokenFault.noKey(label, "container " + settings.container());
    }
    check("SKF_OpenContainer", code);
    container = opened.getPointer(0);
  }

  private void check(String name, int code) throws CryptoException {
    if (code != SkfError.SAR_OK) {
      throw library.refusal(name, code);
    }
  }

  @Override
  public Optional<byte[]> certificate(KeyUse use) throws CryptoException {
    if (missing) {
      return Optional.empty();
    }
    Memory into = Ecc.block(LARGEST_CERTIFICATE);
    Memory size = length(LARGEST_CERTIFICATE);
    int code = library.code("SKF_ExportCertificate", container, flag(use), into, size);
    if (SkfError.SAR_CERTNOTFOUNTERR.is(code) || SkfError.SAR_FILE_NOT_EXIST.is(code)) {
      return Optional.empty();
    }
    check("SKF_ExportCertificate", code);
    return Optional.of(taken("SKF_ExportCertificate", into, size));
  }

  @Override
  public Optional<byte[]> publicKey(KeyUse use) throws CryptoException {
    Memory into = Ecc.block(Ecc.PUBLIC_KEY);
    library.call("SKF_ExportPublicKey", container, flag(use), into, length(Ecc.PUBLIC_KEY));
    return Optional.of(Ecc.point(into));
  }

  @Override
  public void probe() throws CryptoException {
    triesLeft();
  }

  @Override
  public OptionalInt triesLeft() throws CryptoException {
    Memory left = Ecc.block(SkfLibrary.NUMBER);
    library.call(
        "SKF_GetPINInfo",
        application,
        USER,
        Ecc.block(SkfLibrary.NUMBER),
        left,
        Ecc.block(SkfLibrary.NUMBER));
    return OptionalInt.of(left.getInt(0));
  }

  @Override
  public void login(byte[] pin) throws CryptoException {
    Memory text = Ecc.block(pin.length + 1L);
    Memory left = Ecc.block(SkfLibrary.NUMBER);
    int code;
    try {
      text.write(0, pin, 0, pin.length);
      code = library.code("SKF_VerifyPIN", application, USER, text, left);
    } finally {
      text.clear();
    }
    if (SkfError.SAR_PIN_LOCKED.is(code)) {
      throw TokenFault.locked(label);
    }
    if (SkfError.SAR_PIN_INCORRECT.is(code)
        || SkfError.SAR_PIN_INVALID.is(code)
        || SkfError.SAR_PIN_LEN_RANGE.is(code)) {
      throw TokenFault.pinRefused(label, left.getInt(0) + " tries left");
    }
    if (!SkfError.SAR_USER_ALREADY_LOGGED_IN.is(code)) {
      check("SKF_VerifyPIN", code);
    }
  }

  @Override
  public byte[] sign(Signable what) throws CryptoException {
    Memory data = Ecc.block(what.digest().length);
    data.write(0, what.digest(), 0, what.digest().length);
    Memory signature = Ecc.block(Ecc.SIGNATURE);
    library.call("SKF_ECCSignData", container, data, what.digest().length, signature);
    return Ecc.signature(signature);
  }

  @Override
  public byte[] decrypt(Sm2RawCiphertext ciphertext) throws CryptoException {
    if (settings.decrypt() == SkfDecrypt.NONE) {
      throw TokenFault.noKey(label, "configured way to decrypt (skfDecrypt)");
    }
    String name = SkfLibrary.decryptName(settings.decrypt());
    int room = ciphertext.text().length;
    Memory into = Ecc.block(room);
    Memory size = length(room);
    Memory cipher = Ecc.cipher(ciphertext);
    try {
      int code =
          settings.decrypt() == SkfDecrypt.ECC_DECRYPT_WITH_FLAG
              ? library.code(name, container, flag(KeyUse.ENCRYPT), cipher, into, size)
              : library.code(name, container, cipher, into, size);
      if (SkfError.SAR_INDATAERR.is(code) || SkfError.SAR_INDATALENERR.is(code)) {
        throw CryptoException.messageRefused();
      }
      check(name, code);
      return taken(name, into, size);
    } finally {
      into.clear();
    }
  }

  /** GM/T 0016 makes signing pairs inside, and takes encryption pairs from outside only. */
  @Override
  public EncryptionKey encryptionKey() {
    return EncryptionKey.IMPORTED;
  }

  @Override
  public Optional<byte[]> made(KeyUse use) throws CryptoException {
    if (missing) {
      return Optional.empty();
    }
    Memory into = Ecc.block(Ecc.PUBLIC_KEY);
    int code =
        library.code("SKF_ExportPublicKey", container, flag(use), into, length(Ecc.PUBLIC_KEY));
    if (SkfError.SAR_KEYNOTFOUNTERR.is(code) || SkfError.SAR_FILE_NOT_EXIST.is(code)) {
      return Optional.empty();
    }
    check("SKF_ExportPublicKey", code);
    return Optional.of(Ecc.point(into));
  }

  @Override
  public void make(KeyUse use) throws CryptoException {
    if (use != KeyUse.SIGN) {
      throw EnrolmentToken.byVendor(label);
    }
    if (missing) {
      container = library.handle("SKF_CreateContainer", application, settings.container());
      missing = false;
    }
    library.call("SKF_GenECCKeyPair", container, SM2, Ecc.block(Ecc.PUBLIC_KEY));
  }

  @Override
  public void take(EnvelopedKey key) throws CryptoException {
    library.call("SKF_ImportECCKeyPair", container, Ecc.enveloped(key));
  }

  @Override
  public boolean take(KeyUse use, byte[] certificate) throws CryptoException {
    Memory der = Ecc.block(certificate.length);
    der.write(0, certificate, 0, certificate.length);
    library.call("SKF_ImportCertificate", container, flag(use), der, certificate.length);
    return true;
  }

  @Override
  public void close() {
    if (container != null) {
      library.code("SKF_CloseContainer", container);
      container = null;
    }
    if (application != null) {
      library.code("SKF_CloseApplication", application);
      application = null;
    }
    library.code("SKF_DisConnectDev", device);
  }

  private byte[] taken(String name, Memory into, Memory size) throws CryptoException {
    int length = size.getInt(0);
    if (length <= 0 || length > into.size()) {
      throw TokenFault.fault(label, name + " says that it wrote " + length + " bytes");
    }
    return into.getByteArray(0, length);
  }

  private static int flag(KeyUse use) {
    return use == KeyUse.SIGN ? 1 : 0;
  }

  private static Memory length(int value) {
    Memory length = Ecc.block(SkfLibrary.NUMBER);
    length.setInt(0, value);
    return length;
  }
}
