package egov.kiosk.fieldwork;

import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.IdCardReader;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldException.Reason;
import java.time.Duration;

/** Reads a resident's card at the tablet, where it has a reader; typing goes on without. */
final class Cards {
  /** How long a resident looks for the place; typing is quicker than waiting longer. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final Ports ports;

  Cards(Ports ports) {
    this.ports = ports;
  }

  /**
   * Waits for a card and reads it.
   *
   * @return what is on it, closed by the caller
   * @throws FieldException {@code NO_READER}, {@code NO_CARD} or {@code CARD}
   */
  IdCard read() throws FieldException {
    IdCardReader reader =
        ports
            .reader()
            .get()
            .orElseThrow(() -> new FieldException(Reason.NO_READER, "there is no card reader"));
    try {
      return reader.read(PATIENCE).card();
    } catch (DeviceException e) {
      Reason reason =
          switch (e.fault()) {
            case NO_CARD -> Reason.NO_CARD;
            case CARD_UNREADABLE, CARD_MOVED, NOT_AN_ID_CARD, CARD_DATA_INVALID, BUSY ->
                Reason.CARD;
            default -> Reason.NO_READER;
          };
      throw new FieldException(reason, "a card was not read: " + e.fault().code(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FieldException(Reason.NO_CARD, "nobody waits for the card any more", e);
    }
  }
}
