package egov.kiosk.gateway;

import egov.kiosk.gateway.attachment.AttachmentDesk;
import egov.kiosk.gateway.field.Grids;
import egov.kiosk.gateway.line.Outlet;
import egov.kiosk.gateway.line.UpListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Who does what is not a transaction.
 *
 * @param attachments puts attachments together
 * @param listeners hear what comes up outside the queue
 * @param grids which tablet may speak of which grid
 */
public record Desks(AttachmentDesk attachments, List<UpListener> listeners, Grids grids) {
  /** Where no tablet works in any grid. */
  public Desks(AttachmentDesk attachments, List<UpListener> listeners) {
    this(attachments, listeners, Grids.none());
  }

  public Desks {
    Objects.requireNonNull(attachments, "attachments");
    listeners = List.copyOf(listeners);
    Objects.requireNonNull(grids, "grids");
  }

  /** These and one listener more. */
  public Desks with(UpListener listener) {
    List<UpListener> more = new ArrayList<>(listeners);
    more.add(listener);
    return new Desks(attachments, more, grids);
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
