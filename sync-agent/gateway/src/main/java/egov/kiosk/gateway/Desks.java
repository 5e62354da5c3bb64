package egov.kiosk.gateway;

import egov.kiosk.gateway.attachment.AttachmentDesk;
import egov.kiosk.gateway.line.Outlet;
import egov.kiosk.gateway.line.UpListener;
import java.util.List;
import java.util.Objects;

/**
 * Who does what is not a transaction.
 *
 * @param attachments puts attachments together
 * @param listeners hear what comes up outside the queue
 */
public record Desks(AttachmentDesk attachments, List<UpListener> listeners) {
  public Desks {
    Objects.requireNonNull(attachments, "attachments");
    listeners = List.copyOf(listeners);
  }

  /** Sets the desks up, given the way to the kiosks. */
  @FunctionalInterface
  public interface Opening {
    /**
     * @param orders sends to kiosks, on a share of the line that never holds up receipts
     * @param again takes a kiosk's message as if it had come once more
     */
    Desks open(Outlet orders, AttachmentDesk.Again again);
  }

  /** Nobody: manifests wait, and nothing outside the queue is listened to. */
  public static Desks none() {
    return new Desks(AttachmentDesk.closed(), List.of());
  }
}
