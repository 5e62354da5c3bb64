package egov.kiosk.outboxsqlite.component;

import egov.kiosk.outboxsqlite.OutboxSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads the configuration into the room's own settings, naming the key of a wrong value. */
final class ConfiguredSettings {
  private static final int MOST_MIB = 1_048_576;

  private ConfiguredSettings() {}

  static OutboxSettings of(OutboxConfiguration configuration) {
    return OutboxSettings.of(
        directory(configuration.directory()),
        range("quotaMiB", configuration.quotaMiB(), 1),
        range("minFreeMiB", configuration.minFreeMiB(), 0));
  }

  private static Path directory(String value) {
    if (value == null || value.isBlank() || value.indexOf('?') >= 0) {
      throw new IllegalArgumentException(
          "outbox: directory is empty or has a question mark; it names a directory");
    }
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("outbox: directory is not a path", e);
    }
  }

  private static int range(String key, int value, int least) {
    if (value < least || value > MOST_MIB) {
      throw new IllegalArgumentException(
          "outbox: " + key + " is " + value + ", allowed is " + least + " to " + MOST_MIB);
    }
    return value;
  }
}
