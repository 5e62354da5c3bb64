package egov.kiosk.attachments.component;

import egov.kiosk.attachments.AttachmentSettings;
import egov.kiosk.attachments.send.QuietHours;
import egov.kiosk.attachments.send.SendRules;
import egov.kiosk.attachments.send.WhenMetered;
import java.nio.file.Path;

/** The configuration as values. */
final class ConfiguredSettings {
  private static final long KIB = 1024;
  private static final long MIB = 1024 * 1024;

  private ConfiguredSettings() {}

  static Path directory(AttachmentsConfiguration configuration) {
    String directory = configuration.directory();
    if (directory == null || directory.isBlank()) {
      throw new IllegalArgumentException("attachments: directory names a directory");
    }
    return Path.of(directory);
  }

  static AttachmentSettings of(AttachmentsConfiguration configuration) {
    try {
      return new AttachmentSettings(
          configuration.quotaMebibytes() * MIB,
          configuration.keepFreeMebibytes() * MIB,
          new SendRules(
              configuration.window(),
              configuration.bytesPerSecond(),
              WhenMetered.valueOf(configuration.whenMetered()),
              configuration.meteredBytesPerSecond(),
              configuration.largeKibibytes() * KIB,
              QuietHours.parse(configuration.quietHours())));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("attachments: " + e.getMessage(), e);
    }
  }
}
