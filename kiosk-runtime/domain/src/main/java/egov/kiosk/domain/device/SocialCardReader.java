package egov.kiosk.domain.device;

import egov.kiosk.domain.citizen.SocialCard;
import java.time.Duration;

/**
 * A reader of social security cards (社会保障卡). One command at a time: a second caller gets {@link
 * FaultCode#BUSY} at once. Every wait ends early when the calling thread is interrupted.
 */
public interface SocialCardReader extends Device {
  /**
   * Waits for a card and reads what it tells without a PIN.
   *
   * @param timeout how long to wait for a card to be inserted; reading it then takes what the
   *     driver's configuration allows, never more
   * @throws DeviceException {@link FaultCode#NO_CARD} when none came in time, {@link
   *     FaultCode#CARD_NOT_SUPPORTED} for another card, {@link FaultCode#CARD_MOVED} when it was
   *     pulled, {@link FaultCode#CARD_DATA_INVALID} when what it says is impossible; each fault
   *     says who acts
   * @throws InterruptedException when the session ended meanwhile
   */
  SocialCard read(Duration timeout) throws DeviceException, InterruptedException;

  /** Whether any card is in the reader; a card left behind is asked for before the next citizen. */
  boolean cardPresent(Duration timeout) throws DeviceException, InterruptedException;
}
