package egov.kiosk.crypto.custody;

import java.util.Map;

/**
 * Where a tool finds the device that a kiosk's keys are made in, without any framework: a room that
 * knows devices offers this to {@link java.util.ServiceLoader}.
 */
public interface DeviceEnrolments {
  /**
   * The device as something that takes a new identity. Nothing is opened yet.
   *
   * @param values what is set of the component {@code custody}, by attribute; the rest has its
   *     default
   * @throws IllegalArgumentException naming the setting that is missing or wrong
   */
  KeyEnrolment enrolment(Map<String, String> values);

  /**
   * The device as something that signs with the identity it has. Nothing is opened yet; whoever
   * asked closes it.
   *
   * @param values as above
   * @throws IllegalArgumentException naming the setting that is missing or wrong
   */
  KeyCustody custody(Map<String, String> values);
}
