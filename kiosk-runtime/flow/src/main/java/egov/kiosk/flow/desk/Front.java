package egov.kiosk.flow.desk;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The cabinet's front as the screens have to know it (device profile): where to send a citizen's
 * hand, and which keypad it is.
 *
 * @param places what is known of; the screens point at these, and only name the others
 * @param keypad one of {@link #KEYPADS}
 */
public record Front(Map<FrontPart, FrontPlace> places, String keypad) {
  /** The models whose keys the screens understand. */
  public static final Set<String> KEYPADS = Set.of("standard", "audio-nav", "braille-pad");

  /** Card reader below the glass on the right, lens above its middle, keypad below its middle. */
  public static final Front USUAL =
      new Front(
          Map.of(
              FrontPart.CARD, new FrontPlace(80, 112),
              FrontPart.FACE, new FrontPlace(50, -4),
              FrontPart.KEYPAD, new FrontPlace(50, 112)),
          "standard");

  public Front {
    places = Map.copyOf(places);
    Objects.requireNonNull(keypad, "keypad");
    if (!KEYPADS.contains(keypad)) {
      throw new IllegalArgumentException("a keypad is one of " + KEYPADS);
    }
  }
}
