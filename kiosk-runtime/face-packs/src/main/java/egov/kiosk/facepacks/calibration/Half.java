package egov.kiosk.facepacks.calibration;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Which half of the people an image belongs to: always the same one, whatever else is measured. */
public enum Half {
  /** Thresholds are found here. */
  TUNING,
  /** Only looked at when the thresholds stand. */
  UNTOUCHED;

  /** The half of a person. */
  public static Half of(String person) {
    CRC32 mix = new CRC32();
    mix.update(person.getBytes(StandardCharsets.UTF_8));
    return (mix.getValue() & 1) == 0 ? TUNING : UNTOUCHED;
  }
}
