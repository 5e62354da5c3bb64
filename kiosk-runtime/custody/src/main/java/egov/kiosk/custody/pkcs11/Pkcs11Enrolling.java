package egov.kiosk.custody.pkcs11;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.EnvelopedKey;
import egov.kiosk.crypto.sm.Sm2RawCiphertext;
import egov.kiosk.custody.token.EnrolmentToken;
import egov.kiosk.custody.token.KeyUse;
import egov.kiosk.custody.token.Signable;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A session with a token in which both key pairs are made. */
final class Pkcs11Enrolling implements EnrolmentToken {
  private final Pkcs11Token token;
  private final Pkcs11Settings settings;
  private final String label;

  Pkcs11Enrolling(Pkcs11Token token, Pkcs11Settings settings, String label) {
    this.token = token;
    this.settings = settings;
    this.label = label;
  }

  @Override
  public EncryptionKey encryptionKey() {
    return settings.generateMechanism() == 0
        ? EncryptionKey.THERE_ALREADY
        : EncryptionKey.MADE_HERE;
  }

  @Override
  public Optional<byte[]> made(KeyUse use) throws CryptoException {
    OptionalLong key = token.objects().find(Pkcs11Objects.PUBLIC_KEY, name(use));
    if (key.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        token.maker().point(token.objects().value(key.getAsLong(), Pkcs11Template.EC_POINT)));
  }

  @Override
  public void make(KeyUse use) throws CryptoException {
    if (settings.generateMechanism() == 0 || name(use).isEmpty()) {
      throw EnrolmentToken.byVendor(label);
    }
    token.maker().pair(settings.generateMechanism(), name(use), use == KeyUse.SIGN);
  }

  @Override
  public void take(EnvelopedKey key) throws CryptoException {
    throw EnrolmentToken.byVendor(label);
  }

  @Override
  public boolean take(KeyUse use, byte[] certificate) throws CryptoException {
    Optional<byte[]> there = certificate(use);
    if (there.isEmpty() || !Arrays.equals(there.get(), certificate)) {
      token
          .maker()
          .certificate(name(use), certificate, Sm2Certificate.parse(certificate).subjectName());
    }
    return true;
  }

  private String name(KeyUse use) {
    return use == KeyUse.SIGN ? settings.signLabel() : settings.encryptLabel();
  }

  @Override
  public Optional<byte[]> certificate(KeyUse use) throws CryptoException {
    return token.certificate(use);
  }

  @Override
  public Optional<byte[]> publicKey(KeyUse use) throws CryptoException {
    return token.publicKey(use);
  }

  @Override
  public void probe() throws CryptoException {
    token.probe();
  }

  @Override
  public OptionalInt triesLeft() throws CryptoException {
    return token.triesLeft();
  }

  @Override
  public void login(byte[] pin) throws CryptoException {
    token.login(pin);
  }

  @Override
  public byte[] sign(Signable what) throws CryptoException {
    return token.sign(what);
  }

  @Override
  public byte[] decrypt(Sm2RawCiphertext ciphertext) throws CryptoException {
    return token.decrypt(ciphertext);
  }

  @Override
  public void close() {
    token.close();
  }
}
