package egov.kiosk.link;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.FaultCode;
import java.util.Optional;

/**
 * A driver's open connection to a device that has passed its self-test. Everything is called on the
 * device's thread, except {@link #close()}, which may also come when that thread has ended.
 */
public interface PluggedConnection extends AutoCloseable {
  /**
   * Looks whether the device is still there, between two pieces of work; best without sending
   * anything, and within about a tenth of a second.
   *
   * @throws LinkException when it is gone; it is then looked for again
   * @throws DeviceException when it is there and unwell
   */
  void glance() throws DeviceException, LinkException, InterruptedException;

  /** What the device said last about itself; looked at after every step and glance. */
  default Condition condition() {
    return Condition.WELL;
  }

  /**
   * Which device it is, for the list of accepted ones: {@link DeviceIdentity#UNTOLD} when it was
   * asked and told nothing, empty when this driver asks none.
   */
  default Optional<DeviceIdentity> identity() {
    return Optional.empty();
  }

  /**
   * Whether this fault leaves nothing to go on with: the connection is then closed and a new one is
   * made, with its self-test, by the next step or look.
   */
  default boolean endedBy(FaultCode fault) {
    return switch (fault) {
      case NO_DEVICE,
          CANNOT_OPEN,
          NO_ANSWER,
          LINE_NOISE,
          PROTOCOL_ERROR,
          READER_SELF_TEST_FAILED,
          READER_NOT_AUTHORISED,
          NOT_THE_ACCEPTED_DEVICE,
          CAMERA_LOST ->
          true;
      default -> false;
    };
  }

  /** Lets go of the device; a second call does nothing. Never throws. */
  @Override
  void close();
}
