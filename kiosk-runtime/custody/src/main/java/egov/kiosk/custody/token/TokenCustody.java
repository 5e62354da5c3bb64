package egov.kiosk.custody.token;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.CustodyReport;
import egov.kiosk.crypto.custody.KeyCustody;
import egov.kiosk.crypto.custody.KeyDescription;
import egov.kiosk.crypto.custody.OpeningKey;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.sm.Sm2RawCiphertext;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys in a device, whatever interface it has. What a device signs is verified before it is handed
 * out, so a device that fails silently is noticed here and not by the platform.
 */
public final class TokenCustody implements KeyCustody {
  private static final Logger LOG = LoggerFactory.getLogger(TokenCustody.class);

  private final KeyDescription description;
  private final Duration timeout;
  private final TokenThread thread;
  private final Connection connection;
  private volatile CryptoFault said;

  /**
   * Nothing is opened yet: the first call does.
   *
   * @param driver how to reach the device
   * @param options what all devices are configured with
   * @param random the system's generator
   * @param clock tells when a PIN was refused
   * @param nanos a clock for waiting, e.g. {@code System::nanoTime}
   */
  public TokenCustody(
      TokenDriver driver,
      TokenOptions options,
      SecureRandom random,
      InstantSource clock,
      LongSupplier nanos) {
    description = driver.description();
    timeout = options.timeout();
    String label = description.label();
    thread = new TokenThread(label, nanos);
    connection =
        new Connection(
            driver,
            options.certificates(),
            new PinGate(
                options.pinFile(),
                new PinMemory(options.refusedFile(), label, random),
                label,
                clock));
  }

  @Override
  public KeyDescription description() {
    return description;
  }

  @Override
  public SigningKey signing() throws CryptoException {
    return new TokenSigningKey(this, call(Station::signing, timeout));
  }

  @Override
  public OpeningKey opening() throws CryptoException {
    Sm2Certificate certificate = call(station -> station.encryption(description.label()), timeout);
    return new TokenOpeningKey(this, certificate);
  }

  /** Signs with the key of that certificate: r ‖ s or DER, unverified. */
  byte[] sign(Sm2Certificate certificate, Signable what) throws CryptoException {
    return call(
        station -> {
          same(certificate, station.signing());
          return station.token().sign(what);
        },
        timeout);
  }

  /** Decrypts with the key of that certificate. */
  byte[] decrypt(Sm2Certificate certificate, Sm2RawCiphertext ciphertext) throws CryptoException {
    return call(
        station -> {
          same(certificate, station.encryption(description.label()));
          return station.token().decrypt(ciphertext);
        },
        timeout);
  }

  private void same(Sm2Certificate taken, Sm2Certificate there) throws CryptoException {
    if (!taken.publicKey().equals(there.publicKey())) {
      throw new CryptoException(
          CryptoFault.KEY_NOT_OF_CERTIFICATE,
          description.label() + " holds another key now; restart the runtime to take that one");
    }
  }

  @Override
  public CustodyReport report(Duration atMost) {
    try {
      call(
          station -> {
            station.token().probe();
            return station;
          },
          atMost.compareTo(timeout) < 0 ? atMost : timeout);
      return CustodyReport.READY;
    } catch (CryptoException e) {
      return CustodyReport.of(e);
    }
  }

  private <T> T call(Connection.Use<T> use, Duration limit) throws CryptoException {
    try {
      T result = thread.call(() -> connection.with(use), limit);
      if (said != null) {
        said = null;
        LOG.info("{} works again", description.label());
      }
      return result;
    } catch (CryptoException e) {
      // What a stranger sent is no fault of the device.
      if (e.fault() != CryptoFault.MESSAGE_REFUSED && e.fault() != said) {
        said = e.fault();
        LOG.warn("{}", e.getMessage());
      }
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      thread.call(
          () -> {
            connection.close();
            return null;
          },
          timeout.compareTo(Duration.ofSeconds(1)) < 0 ? timeout : Duration.ofSeconds(1));
    } catch (CryptoException e) {
      // It is slow or closed already; either way there is nothing left to say to it.
    }
    thread.close();
  }
}
