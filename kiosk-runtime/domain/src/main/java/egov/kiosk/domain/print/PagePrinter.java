package egov.kiosk.domain.print;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import java.time.Duration;
import java.util.Optional;

/**
 * An office printer (A4) that keeps jobs and can be asked about them. One command at a time: a
 * second caller gets {@link FaultCode#BUSY} at once. No call waits for paper: a job is sent, then
 * looked at until it ends.
 */
public interface PagePrinter extends Device {
  /**
   * Asks the printer how it is, now.
   *
   * @throws DeviceException when it does not answer
   */
  DeviceStatus ask(Duration timeout) throws DeviceException;

  /**
   * Hands over a document.
   *
   * @param jobName what the printer calls the job; 1 to 64 letters, digits and dashes, nothing
   *     personal, since printers show and keep it
   * @return what the printer knows the job by
   * @throws DeviceException {@link FaultCode#PRINT_UNKNOWN} when the printer may have taken it; any
   *     other fault when it certainly did not
   */
  PageTicket send(String jobName, PageDocument document, Duration timeout) throws DeviceException;

  /** The newest job of this name the printer remembers; empty when it knows none. */
  Optional<PageTicket> find(String jobName, Duration timeout) throws DeviceException;

  /** How far a job is. */
  PageProgress look(PageTicket ticket, Duration timeout) throws DeviceException;

  /** Stops a job and lets the printer drop its data; one that has ended already is left alone. */
  void cancel(PageTicket ticket, Duration timeout) throws DeviceException;

  /**
   * Lets the printer drop what it still keeps of an ended job, as far as it can.
   *
   * @throws DeviceException when it does not answer; a printer without that ability is no fault
   */
  void forget(PageTicket ticket, Duration timeout) throws DeviceException;
}
