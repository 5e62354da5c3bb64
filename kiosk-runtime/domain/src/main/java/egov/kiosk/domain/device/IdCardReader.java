package egov.kiosk.domain.device;

import java.time.Duration;
import java.util.List;

/**
 * A reader of identity cards (身份证阅读器). One command at a time: a second caller gets {@link
 * FaultCode#BUSY} at once. Every wait ends early when the calling thread is interrupted.
 */
public interface IdCardReader extends Device {
  /**
   * Waits for a card and reads it.
   *
   * @param timeout how long to wait for a card to be placed
   * @throws DeviceException {@link FaultCode#NO_CARD} when none came in time, otherwise as the
   *     protocol reports; each fault says who acts
   * @throws InterruptedException when the session ended meanwhile
   */
  CardRead read(Duration timeout) throws DeviceException, InterruptedException;

  /** Whether a card still lies on the reader. */
  boolean cardPresent(Duration timeout) throws DeviceException, InterruptedException;

  /**
   * The newest addresses stored on the card that was read last and still lies there, oldest first;
   * empty when the card holds none.
   */
  List<String> newestAddresses(Duration timeout) throws DeviceException, InterruptedException;

  /** The security module's id (SAM id), e.g. {@code 05.01-20240101-0001234567-0987654321}. */
  String securityModuleId(Duration timeout) throws DeviceException, InterruptedException;
}
