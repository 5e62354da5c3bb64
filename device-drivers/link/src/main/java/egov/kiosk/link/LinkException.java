package egov.kiosk.link;

import egov.kiosk.domain.device.DeviceException;
import java.util.Objects;

/** A link cannot be had or cannot go on; the message says what, where and what to do. */
public final class LinkException extends Exception {
  private static final long serialVersionUID = 1L;

  private final LinkFault fault;

  /**
   * @param fault what is wrong
   * @param message what happened, where, and what to do; never bytes from the line
   */
  public LinkException(LinkFault fault, String message) {
    this(fault, message, null);
  }

  /** As above, with the exception that led here; may be null. */
  public LinkException(LinkFault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = Objects.requireNonNull(fault, "fault");
  }

  /** What is wrong. */
  public LinkFault fault() {
    return fault;
  }

  /** The same as a fault of the device at the end of the link. */
  public DeviceException asFaultOf(String device) {
    return new DeviceException(fault.deviceFault(), device, getMessage(), this);
  }
}
