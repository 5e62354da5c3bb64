package egov.kiosk.domain.outbox;

import egov.kiosk.domain.envelope.SealException;

/**
 * Takes the queue out on removable media, and carries another kiosk's on to the platform (离线转递). An
 * export is a text file; each of its lines is one parcel, signed by the kiosk that made it and
 * readable by the platform only. Nothing leaves the queue by being exported: only a receipt settles
 * a message. Safe for use by several threads.
 */
public interface Courier {
  /** What {@link #export} and {@link #check} begin with, and end with. */
  String NOWHERE = "";

  /**
   * The next line of an export of everything that is pending.
   *
   * @param from {@link #NOWHERE} for the first line, then what the line before said
   * @throws IllegalArgumentException when {@code from} is nothing this gave out
   */
  ExportLine export(String from) throws OutboxException, SealException;

  /**
   * Checks the next line of a file, and keeps nothing.
   *
   * @param from {@link #NOWHERE} for the first line, then what the line before gave
   * @param line without its line feed
   * @return where the file stands; {@link #NOWHERE} when this was its last line and it is whole
   * @throws IllegalArgumentException when {@code from} is nothing this gave out
   */
  String check(String from, String line) throws ParcelRefusedException;

  /**
   * Queues a line of a file that was checked. Queueing it again changes nothing.
   *
   * @return whether it was not in the queue before
   */
  boolean carry(String line) throws ParcelRefusedException, OutboxException;
}
