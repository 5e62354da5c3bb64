package egov.kiosk.custody.component;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.custody.CustodyReport;
import egov.kiosk.crypto.custody.KeyCustody;
import egov.kiosk.crypto.custody.KeyDescription;
import egov.kiosk.crypto.custody.OpeningKey;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.custody.token.TokenCustody;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The device's keys, as one configuration has them. What the device refused is in a file and
 * outlives this.
 */
final class ConfiguredCustody implements KeyCustody, HealthCheck {
  private static final Logger LOG = LoggerFactory.getLogger(ConfiguredCustody.class);
  private static final String NAME = "key-custody";

  private final TokenCustody custody;

  /** Opens nothing yet: the first use does. */
  ConfiguredCustody(CustodySettings settings) {
    custody =
        new TokenCustody(
            settings.driver(),
            settings.options(),
            new SecureRandom(),
            Clock.systemUTC(),
            System::nanoTime);
    LOG.info("The private keys are kept by {}", custody.description().label());
  }

  @Override
  public KeyDescription description() {
    return custody.description();
  }

  @Override
  public SigningKey signing() throws CryptoException {
    return custody.signing();
  }

  @Override
  public OpeningKey opening() throws CryptoException {
    return custody.opening();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    return report(timeout)
        .why()
        .map(ConfiguredCustody::failure)
        .orElseGet(() -> Finding.ok(NAME, description().label() + " answers"));
  }

  private static Finding failure(CryptoException why) {
    return new Finding(NAME, Level.FAIL, why.getMessage(), why.fault().actor(), advice(why));
  }

  private static String advice(CryptoException why) {
    return switch (why.fault()) {
      case DEVICE_ABSENT -> "connect the device that holds the kiosk's keys";
      case DEVICE_LOCKED -> "unlock the device with its vendor's tool";
      case PIN_REFUSED, PIN_WITHHELD -> "write the device's PIN into the PIN file";
      case FILE_TOO_OPEN -> "run chmod 600 on the PIN file and chmod go-w on the library";
      case LIBRARY_UNUSABLE -> "install the vendor's library or correct custody.library";
      case DEVICE_SLOW -> "pull the device and connect it again; restart the runtime if it stays";
      default -> "compare the component custody's configuration with the device";
    };
  }

  @Override
  public CustodyReport report(Duration timeout) {
    return custody.report(timeout);
  }

  @Override
  public void close() {
    custody.close();
  }
}
