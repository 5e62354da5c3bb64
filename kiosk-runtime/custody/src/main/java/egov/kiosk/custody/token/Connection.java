package egov.kiosk.custody.token;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.sm.Sm2PublicKey;
import java.util.Objects;
import java.util.Optional;

/**
 * Opens the device when it is needed and again when it was away. The PIN is presented last, and
 * only to a device that holds the same signing key as the first time: whatever else is plugged in
 * its place never sees it. For the device's one thread.
 */
final class Connection {
  private final TokenDriver driver;
  private final Certificates certificates;
  private final PinGate gate;
  private Optional<Station> station = Optional.empty();
  private Optional<Sm2PublicKey> known = Optional.empty();

  Connection(TokenDriver driver, Certificates certificates, PinGate gate) {
    this.driver = Objects.requireNonNull(driver, "driver");
    this.certificates = Objects.requireNonNull(certificates, "certificates");
    this.gate = Objects.requireNonNull(gate, "gate");
  }

  /** Uses the device; when it turns out to have been away, opens it again once. */
  <T> T with(Use<T> use) throws CryptoException {
    if (station.isPresent()) {
      try {
        return use.on(station.get());
      } catch (CryptoException e) {
        if (e.fault() != CryptoFault.DEVICE_ABSENT) {
          throw e;
        }
        close();
      }
    }
    Station opened = open();
    try {
      return use.on(opened);
    } catch (CryptoException e) {
      if (e.fault() == CryptoFault.DEVICE_ABSENT) {
        close();
      }
      throw e;
    }
  }

  private Station open() throws CryptoException {
    String device = driver.description().label();
    Token token = driver.connect();
    try {
      Sm2Certificate signing =
          certificates
              .find(token, KeyUse.SIGN, device)
              .orElseThrow(() -> TokenFault.noKey(device, "signing certificate"));
      Station opened =
          new Station(token, signing, certificates.find(token, KeyUse.ENCRYPT, device));
      if (known.isPresent() && !known.get().equals(signing.publicKey())) {
        throw new CryptoException(
            CryptoFault.KEY_NOT_OF_CERTIFICATE,
            device
                + " holds another key than before and was shown no PIN; put the right one back, or"
                + " restart the runtime to take this one");
      }
      gate.login(token);
      known = Optional.of(signing.publicKey());
      station = Optional.of(opened);
      return opened;
    } finally {
      if (station.isEmpty()) {
        token.close();
      }
    }
  }

  /** Closes the device if it is open. */
  void close() {
    Optional<Station> open = station;
    station = Optional.empty();
    open.ifPresent(was -> was.token().close());
  }

  /** What is done with a device. */
  interface Use<T> {
    T on(Station station) throws CryptoException;
  }
}
