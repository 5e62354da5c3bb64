package egov.kiosk.kurabridge.component;

import egov.kiosk.kurabridge.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Dictionary;
import org.eclipse.kura.crypto.CryptoService;
import org.osgi.service.cm.ConfigurationAdmin;

/** The secrets on the bridge's own page, and the settings of other pages that name their files. */
final class TypedSecrets {
  private final Secrets secrets = new Secrets();
  private final ConfigurationAdmin admin;

  TypedSecrets(ConfigurationAdmin admin) {
    this.admin = admin;
  }

  /** Hands over what is there; waits while nobody can open it. */
  void hand(BridgeConfiguration page, CryptoService crypto) {
    if (crypto != null) {
      hand("the broker password", page.brokerPassword(), "uplink", "passwordFile", crypto);
      hand("the key passphrase", page.keyPassphrase(), "crypto", "passphraseFile", crypto);
    }
  }

  private void hand(String name, String sealed, String pid, String setting, CryptoService crypto) {
    String file = sealed == null || sealed.isBlank() ? "" : named(pid, setting);
    if (!file.isBlank()) {
      secrets.hand(name, sealed, Path.of(file), crypto);
    }
  }

  private String named(String pid, String setting) {
    try {
      Dictionary<String, Object> properties = admin.getConfiguration(pid, "?").getProperties();
      Object file = properties == null ? null : properties.get(setting);
      return file == null ? "" : file.toString();
    } catch (IOException e) {
      // Asked again in the next round.
      return "";
    }
  }
}
