package egov.kiosk.attachments;

import egov.kiosk.attachments.send.SendRules;
import java.util.Objects;

/**
 * The room's settings.
 *
 * @param quotaBytes how much all attachments together may take on the disk
 * @param keepFreeBytes how much of the disk is left to others, the queue above all
 * @param rules when and how fast chunks may go
 */
public record AttachmentSettings(long quotaBytes, long keepFreeBytes, SendRules rules) {
  public AttachmentSettings {
    Objects.requireNonNull(rules, "rules");
    if (quotaBytes < 1 || keepFreeBytes < 0) {
      throw new IllegalArgumentException("a quota is more than 0");
    }
  }
}
