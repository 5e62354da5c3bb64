package egov.kiosk.emulator.reader;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A card in a UTF-8 properties file; the file name without {@code .properties} is the card's name.
 *
 * <pre>
 * layout=resident            # resident, hmt, foreigner2017 or foreigner2023
 * name=测试丙                # then the layout's own fields, see CardLayout
 * number=350100190008080080
 * portrait=face.webp         # optional, beside this file, at most 1016 bytes
 * fingerprints=2             # optional
 * newAddress.1=...           # optional, up to newAddress.4
 * idCard=false               # optional: the module refuses it with 40
 * </pre>
 */
final class CardFile {
  static final String SUFFIX = ".properties";
  private static final int MOST_NEW_ADDRESSES = 4;

  private CardFile() {}

  /**
   * Reads one card.
   *
   * @throws IOException when the file cannot be read or describes no possible card
   */
  static Card read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
      Map<String, String> left = new TreeMap<>();
      properties.stringPropertyNames().forEach(key -> left.put(key, properties.getProperty(key)));
      return card(file, left);
    } catch (IllegalArgumentException e) {
      throw new IOException("card file " + file + ": " + e.getMessage(), e);
    }
  }

  /** Takes the keys about the card itself out of the map; what is left are text fields. */
  private static Card card(Path file, Map<String, String> left) throws IOException {
    String name = file.getFileName().toString().replace(SUFFIX, "");
    CardLayout layout = CardLayout.named(String.valueOf(left.remove("layout")));
    String portrait = left.remove("portrait");
    int fingers = Integer.parseInt(takeOr(left, "fingerprints", "0"));
    boolean idCard = Boolean.parseBoolean(takeOr(left, "idCard", "true"));
    List<String> newAddresses = takeNewAddresses(left);
    PortraitBlock block =
        portrait == null ? PortraitBlock.NONE : PortraitBlock.of(file.resolveSibling(portrait));
    return new Card(name, layout, new HashMap<>(left), block, fingers, newAddresses, idCard);
  }

  private static String takeOr(Map<String, String> from, String key, String otherwise) {
    String value = from.remove(key);
    return value == null ? otherwise : value.strip();
  }

  private static List<String> takeNewAddresses(Map<String, String> from) {
    List<String> addresses = new ArrayList<>();
    for (int i = 1; i <= MOST_NEW_ADDRESSES; i++) {
      String address = from.remove("newAddress." + i);
      if (address != null) {
        addresses.add(address);
      }
    }
    return addresses;
  }
}
