package egov.kiosk.uplinkmqtt.link;

import egov.kiosk.tls.LineFacts;
import egov.kiosk.tls.LineSecurities;
import egov.kiosk.tls.LineSettings;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How a link is secured.
 *
 * @param ways those that are here; asked on every try, so that a plug-in may come later
 * @param settings which of them, and with which files
 * @param agreed told what each connection agreed upon, on a thread of the client library; returns
 *     quickly
 */
public record Securing(LineSecurities ways, LineSettings settings, Consumer<LineFacts> agreed) {
  public Securing {
    Objects.requireNonNull(ways, "ways");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(agreed, "agreed");
  }

  /** As above, for who does not ask what was agreed upon. */
  public Securing(LineSecurities ways, LineSettings settings) {
    this(ways, settings, facts -> {});
  }
}
