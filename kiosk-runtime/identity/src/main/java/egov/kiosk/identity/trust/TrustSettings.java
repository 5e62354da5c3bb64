package egov.kiosk.identity.trust;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whose face packs are believed. A pack needs one of the three reasons.
 *
 * @param pins SM3 digests of manifests that are believed as they are, lower-case hexadecimal digits
 * @param authorities PEM, the authorities that may have issued a maker's certificate; empty: none
 * @param maker the common name that a maker's signing certificate must have
 * @param own PEM, this kiosk's own signing certificate; empty: what it signed is not believed
 */
public record TrustSettings(
    Set<String> pins, Optional<Path> authorities, String maker, Optional<Path> own) {
  private static final Pattern PIN = Pattern.compile("[0-9a-f]{64}");

  /**
   * @throws IllegalArgumentException naming the key and what is allowed
   */
  public TrustSettings {
    pins = Set.copyOf(pins);
    if (!pins.stream().allMatch(pin -> PIN.matcher(pin).matches())) {
      throw new IllegalArgumentException(
          "identity: packPins holds a value that is not 64 lower-case hexadecimal digits");
    }
    if (maker.isBlank() && authorities.isPresent()) {
      throw new IllegalArgumentException("identity: packMaker is empty, allowed is a common name");
    }
  }

  /** Only manifests with these digests. */
  public static TrustSettings pinned(Set<String> pins) {
    return new TrustSettings(pins, Optional.empty(), "", Optional.empty());
  }
}
