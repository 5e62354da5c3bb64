package egov.kiosk.domain.device;

import java.time.Duration;

/** A receipt printer. One job at a time: a second caller gets {@link FaultCode#BUSY} at once. */
public interface Printer extends Device {
  /**
   * Asks the printer how it is, now.
   *
   * @throws DeviceException when it does not answer
   */
  DeviceStatus ask(Duration timeout) throws DeviceException;

  /**
   * Prints a slip and returns when the printer confirmed it.
   *
   * @throws DeviceException {@link FaultCode#PAPER_OUT} and the like when nothing was printed,
   *     {@link FaultCode#PRINT_UNKNOWN} when the job was sent but never confirmed
   */
  void print(Slip slip, Duration timeout) throws DeviceException;
}
