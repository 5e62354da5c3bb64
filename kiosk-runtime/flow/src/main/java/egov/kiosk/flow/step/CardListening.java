package egov.kiosk.flow.step;

import egov.kiosk.domain.citizen.CredentialKind;
import egov.kiosk.domain.citizen.SocialCard;
import egov.kiosk.domain.device.CardRead;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.IdCardReader;
import egov.kiosk.domain.device.SocialCardReader;
import egov.kiosk.flow.session.Errand;
import egov.kiosk.flow.session.Session;
import java.time.Duration;
import java.util.Optional;

/**
 * Waits for a card at one reader, or at both: then the slot for social security cards is glanced at
 * between short waits at the other one, since a card stays where it was put.
 */
final class CardListening extends Errand {
  private static final Duration SLICE = Duration.ofSeconds(1);
  private static final Duration GLANCE = Duration.ofSeconds(1);
  private static final int GLANCES = 20;

  private final Tools tools;
  private final CardStep step;
  private final Optional<IdCardReader> reader;
  private final Optional<SocialCardReader> slot;

  /** The reader at work, which is to blame for what goes wrong. */
  private CredentialKind atWork;

  /**
   * @param reader where identity cards are read, if they are
   * @param slot where social security cards are read, if they are
   */
  CardListening(
      Session session,
      Tools tools,
      CardStep step,
      Optional<IdCardReader> reader,
      Optional<SocialCardReader> slot) {
    super(session, tools.floor());
    this.tools = tools;
    this.step = step;
    this.reader = reader;
    this.slot = slot;
    this.atWork = reader.isPresent() ? CredentialKind.ID_CARD : CredentialKind.SOCIAL_CARD;
  }

  @Override
  public void run() throws InterruptedException {
    Duration whole = tools.settings().get().cardWait();
    if (slot.isEmpty()) {
      idCard(whole);
    } else if (reader.isEmpty()) {
      socialCard(whole);
    } else {
      both();
    }
  }

  private void both() throws InterruptedException {
    for (int i = 0; i < GLANCES; i++) {
      if (inserted()) {
        socialCard(GLANCE);
        return;
      }
      if (!idCard(SLICE)) {
        return;
      }
    }
    over();
  }

  /**
   * Whether a card is in the slot; a slot that cannot tell shows it when it is read. Noted before
   * it is read, since whoever leaves meanwhile has to be asked to take it along.
   */
  private boolean inserted() throws InterruptedException {
    atWork = CredentialKind.SOCIAL_CARD;
    try {
      boolean there = slot.orElseThrow().cardPresent(GLANCE);
      if (there) {
        meanwhile(() -> session().entry().saw(CredentialKind.SOCIAL_CARD));
      }
      return there;
    } catch (DeviceException e) {
      return e.fault() != FaultCode.BUSY;
    }
  }

  /** Whether there was none and the next may be waited for. */
  private boolean idCard(Duration wait) throws InterruptedException {
    atWork = CredentialKind.ID_CARD;
    try {
      CardRead read = reader.orElseThrow().read(wait);
      if (!done(() -> step.read(session(), read))) {
        read.card().close();
      }
      return false;
    } catch (DeviceException e) {
      boolean none = e.fault() == FaultCode.NO_CARD || e.fault() == FaultCode.BUSY;
      if (none && slot.isPresent()) {
        return true;
      }
      done(() -> step.fault(session(), CredentialKind.ID_CARD, e.fault()));
      return false;
    }
  }

  private void socialCard(Duration wait) throws InterruptedException {
    atWork = CredentialKind.SOCIAL_CARD;
    try {
      SocialCard card = slot.orElseThrow().read(wait);
      done(() -> step.read(session(), card));
    } catch (DeviceException e) {
      done(() -> step.fault(session(), CredentialKind.SOCIAL_CARD, e.fault()));
    }
  }

  @Override
  public void failed() {
    done(() -> step.fault(session(), atWork, FaultCode.PROTOCOL_ERROR));
  }
}
