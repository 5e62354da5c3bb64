package egov.kiosk.uplinkmqtt.link;

import egov.kiosk.tls.LineSecurities;
import egov.kiosk.tls.LineSettings;
import java.util.Objects;

/**
 * How a link is secured.
 *
 * @param ways those that are here; asked on every try, so that a plug-in may come later
 * @param settings which of them, and with which files
 */
public record Securing(LineSecurities ways, LineSettings settings) {
  public Securing {
    Objects.requireNonNull(ways, "ways");
    Objects.requireNonNull(settings, "settings");
  }
}
