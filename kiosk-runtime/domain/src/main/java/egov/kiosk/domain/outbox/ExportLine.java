package egov.kiosk.domain.outbox;

import java.util.Objects;

/**
 * One line of an export.
 *
 * @param line the line without its line feed; empty when there is nothing to export
 * @param messages how many messages it holds
 * @param passedOver how many pending messages were left out on the way to it: attachments, whose
 *     chunks are not in the file, and parcels carried for other kiosks
 * @param next what to ask for the next line with; {@link Courier#NOWHERE} after the last
 */
public record ExportLine(String line, int messages, int passedOver, String next) {
  public ExportLine {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(next, "next");
  }
}
