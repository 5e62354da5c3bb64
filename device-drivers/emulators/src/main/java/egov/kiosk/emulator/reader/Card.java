package egov.kiosk.emulator.reader;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One synthetic card; immutable.
 *
 * @param name what the operator calls it
 * @param layout which document it is
 * @param text field values of the text block
 * @param portrait 1024 bytes, zeros when the card has no portrait
 * @param fingers how many 512-byte fingerprint templates it holds, 0..2; the templates are zeros
 * @param newAddresses up to four later addresses, each at most 35 UTF-16 units
 * @param idCard false for a card of another kind, which the module refuses with 40
 */
record Card(
    String name,
    CardLayout layout,
    Map<String, String> text,
    PortraitBlock portrait,
    int fingers,
    List<String> newAddresses,
    boolean idCard) {

  static final int FINGER_LENGTH = 512;
  private static final int MOST_FINGERS = 2;
  private static final int MOST_NEW_ADDRESSES = 4;
  private static final int NEW_ADDRESS_UNITS = 35;

  Card {
    text = Collections.unmodifiableMap(new TreeMap<>(text));
    newAddresses = List.copyOf(newAddresses);
    if (fingers < 0 || fingers > MOST_FINGERS) {
      throw new IllegalArgumentException("a card holds 0.." + MOST_FINGERS + " fingerprints");
    }
    if (newAddresses.size() > MOST_NEW_ADDRESSES
        || newAddresses.stream().anyMatch(address -> address.length() > NEW_ADDRESS_UNITS)) {
      throw new IllegalArgumentException("at most 4 new addresses of at most 35 UTF-16 units");
    }
    layout.text(text);
  }

  static Card of(String name, CardLayout layout, Map<String, String> text) {
    return new Card(name, layout, text, PortraitBlock.NONE, 0, List.of(), true);
  }

  Card withPortrait(PortraitBlock other) {
    return new Card(name, layout, text, other, fingers, newAddresses, idCard);
  }

  Card withFingers(int count) {
    return new Card(name, layout, text, portrait, count, newAddresses, idCard);
  }

  Card withNewAddresses(List<String> addresses) {
    return new Card(name, layout, text, portrait, fingers, addresses, idCard);
  }

  Card withIdCard(boolean yes) {
    return new Card(name, layout, text, portrait, fingers, newAddresses, yes);
  }

  /** The text block, 256 bytes. */
  byte[] textBlock() {
    return layout.text(text);
  }
}
