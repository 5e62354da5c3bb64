package egov.kiosk.custody.token;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.CertificatePair;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.EnvelopedKey;
import egov.kiosk.crypto.custody.FreshKeys;
import egov.kiosk.crypto.custody.KeyDescription;
import egov.kiosk.crypto.custody.KeyEnrolment;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.sm.Sm2PublicKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A new identity for a device, whatever interface it has. A device that holds a signing certificate
 * is left alone: the names in the configuration say which container, label or index is meant, and a
 * second identity gets a second one. Keys without a certificate are those of an attempt that was
 * cut off, and are used.
 */
public final class TokenEnrolment implements KeyEnrolment {
  private final TokenDriver driver;
  private final TokenOptions options;
  private final TokenThread thread;
  private final PinGate gate;
  private EnrolmentToken open;

  /** Parameters as {@link TokenCustody} takes them. */
  public TokenEnrolment(
      TokenDriver driver,
      TokenOptions options,
      SecureRandom random,
      InstantSource clock,
      LongSupplier nanos) {
    this.driver = driver;
    this.options = options;
    String label = driver.description().label();
    thread = new TokenThread(label, nanos);
    gate =
        new PinGate(
            options.pinFile(), new PinMemory(options.refusedFile(), label, random), label, clock);
  }

  @Override
  public KeyDescription description() {
    return driver.description();
  }

  @Override
  public FreshKeys prepare() throws CryptoException {
    return call(
        token -> {
          if (token.certificate(KeyUse.SIGN).isPresent()) {
            throw new CryptoException(
                CryptoFault.KEY_PRESENT,
                description().label()
                    + " holds an identity already, and new keys would destroy it; name another"
                    + " container or label in the component custody, or clear this one with its"
                    + " vendor's tool");
          }
          Sm2PublicKey signing = key(token, KeyUse.SIGN);
          Optional<Sm2PublicKey> encryption =
              token.encryptionKey() == EnrolmentToken.EncryptionKey.IMPORTED
                  ? Optional.empty()
                  : Optional.of(key(token, KeyUse.ENCRYPT));
          return new TokenFreshKeys(this, signing, encryption);
        });
  }

  private Sm2PublicKey key(EnrolmentToken token, KeyUse use) throws CryptoException {
    if (token.made(use).isEmpty()) {
      token.make(use);
    }
    return Sm2PublicKey.of(
        token
            .made(use)
            .orElseThrow(
                () -> TokenFault.fault(description().label(), "the key it made is not there")));
  }

  @Override
  public List<Placement> accept(CertificatePair certificates, Optional<EnvelopedKey> wrapped)
      throws CryptoException, IOException {
    return call(
        token -> {
          check(token, KeyUse.SIGN, certificates.signing());
          if (wrapped.isPresent()) {
            token.take(wrapped.get());
          }
          check(token, KeyUse.ENCRYPT, certificates.encryption());
          List<Placement> places = new ArrayList<>();
          // The signing certificate is what makes an identity of the keys: it comes last.
          place(token, KeyUse.ENCRYPT, certificates.encryption(), places);
          place(token, KeyUse.SIGN, certificates.signing(), places);
          return places;
        });
  }

  private void check(EnrolmentToken token, KeyUse use, Sm2Certificate certificate)
      throws CryptoException {
    Optional<byte[]> there = token.made(use);
    if (there.isEmpty() || !Sm2PublicKey.of(there.get()).equals(certificate.publicKey())) {
      throw new CryptoException(
          CryptoFault.KEY_NOT_OF_CERTIFICATE,
          "the certificate is of another key than the one in "
              + description().label()
              + "; enrol again");
    }
  }

  private void place(
      EnrolmentToken token, KeyUse use, Sm2Certificate certificate, List<Placement> places)
      throws CryptoException {
    Optional<Path> file = Optional.ofNullable(options.certificates().files().get(use));
    boolean kept = token.take(use, certificate.encoded());
    if (!kept && file.isEmpty()) {
      throw new CryptoException(
          CryptoFault.FILE_UNREADABLE,
          description().label()
              + " keeps no certificates; name files for both in the component custody");
    }
    file.ifPresent(
        path ->
            places.add(
                new Placement(
                    path,
                    PemFiles.text(List.of(certificate)).getBytes(StandardCharsets.US_ASCII))));
  }

  /** Something done with the open device. */
  interface Use<T> {
    T on(EnrolmentToken token) throws CryptoException;
  }

  <T> T call(Use<T> use) throws CryptoException {
    return thread.call(
        () -> {
          try {
            return use.on(opened());
          } catch (CryptoException e) {
            if (e.fault() == CryptoFault.DEVICE_ABSENT && open != null) {
              open.close();
              open = null;
            }
            throw e;
          }
        },
        options.timeout());
  }

  private EnrolmentToken opened() throws CryptoException {
    if (open == null) {
      Token token = driver.connectToEnrol();
      try {
        if (!(token instanceof EnrolmentToken able)) {
          throw TokenFault.noKey(description().label(), "way to make keys");
        }
        gate.login(token);
        open = able;
      } finally {
        if (open == null) {
          token.close();
        }
      }
    }
    return open;
  }

  @Override
  public void close() {
    try {
      thread.call(
          () -> {
            if (open != null) {
              open.close();
              open = null;
            }
            return null;
          },
          options.timeout());
    } catch (CryptoException e) {
      // It is slow or closed already; either way there is nothing left to say to it.
    }
    thread.close();
  }
}
