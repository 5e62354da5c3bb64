package egov.kiosk.kurabridge.component;

import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.kurabridge.Secrets;
import egov.kiosk.kurabridge.SecretsCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.kura.crypto.CryptoService;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The secrets on the bridge's own page, and the settings of other pages that name their files. */
final class TypedSecrets {
  private static final Logger LOG = LoggerFactory.getLogger(TypedSecrets.class);

  private final Secrets secrets = new Secrets();
  private final SettingsInForce settings;

  TypedSecrets(ConfigurationAdmin admin) {
    settings = new SettingsInForce(admin);
  }

  /** Whether all of them could be opened. */
  HealthCheck check() {
    return new SecretsCheck(secrets::unopened);
  }

  /** Hands over what is there; waits while nobody can open it. */
  void hand(BridgeConfiguration page, CryptoService crypto) {
    if (crypto == null) {
      return;
    }
    try {
      Map<String, String> files = settings.texts();
      hand("brokerPassword", page.brokerPassword(), files.get("uplink.passwordFile"), crypto);
      hand("keyPassphrase", page.keyPassphrase(), files.get("crypto.passphraseFile"), crypto);
      hand("custodyPin", page.custodyPin(), files.get("custody.pinFile"), crypto);
    } catch (IOException e) {
      // Asked again in the next round.
      LOG.debug("bridge: Configuration Admin does not answer", e);
    }
  }

  private void hand(String setting, String sealed, String file, CryptoService crypto) {
    if (file != null && !file.isBlank()) {
      secrets.hand("kura-bridge." + setting, sealed == null ? "" : sealed, Path.of(file), crypto);
    }
  }
}
