package egov.kiosk.launcher.configuration;

import java.util.List;

/** The configuration file is refused; nothing was started. One sentence a fault. */
public final class ConfigurationException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> complaints;

  ConfigurationException(List<String> complaints) {
    super(String.join("\n", complaints));
    this.complaints = List.copyOf(complaints);
  }

  /** Each says the file, the line, the key, what stands there and what is allowed. */
  List<String> complaints() {
    return complaints;
  }
}
