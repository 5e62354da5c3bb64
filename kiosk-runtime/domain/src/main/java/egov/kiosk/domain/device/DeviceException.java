package egov.kiosk.domain.device;

import java.util.Objects;

/** A device could not do what it was asked; says which device, what, and who must act. */
public final class DeviceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final FaultCode fault;
  private final String device;

  /**
   * @param fault what is wrong
   * @param device the device's name, e.g. {@code id-card-reader}
   * @param message what happened, where, and what to do; never personal data
   */
  public DeviceException(FaultCode fault, String device, String message) {
    this(fault, device, message, null);
  }

  /** As above, with the exception that led here. */
  public DeviceException(FaultCode fault, String device, String message, Throwable cause) {
    super(device + ": " + fault + " (" + fault.code() + "): " + message, cause);
    this.fault = Objects.requireNonNull(fault, "fault");
    this.device = Objects.requireNonNull(device, "device");
  }

  public FaultCode fault() {
    return fault;
  }

  public String device() {
    return device;
  }
}
