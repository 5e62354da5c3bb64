package egov.kiosk.emulator.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The cards an operator can place, by name; immutable. */
final class CardBox {
  private final Map<String, Card> cards;

  private CardBox(Map<String, Card> cards) {
    this.cards = cards;
  }

  static CardBox builtIn() {
    Map<String, Card> cards = new LinkedHashMap<>();
    BuiltInCards.all().forEach(card -> cards.put(card.name(), card));
    return new CardBox(cards);
  }

  /**
   * Adds every {@code *.properties} file of a folder; a built-in card of the same name gives way.
   */
  CardBox with(Path folder) throws IOException {
    Map<String, Card> more = new LinkedHashMap<>(cards);
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> files =
          entries.filter(file -> file.toString().endsWith(CardFile.SUFFIX)).sorted().toList();
      for (Path file : files) {
        Card card = CardFile.read(file);
        more.put(card.name(), card);
      }
    }
    return new CardBox(more);
  }

  /**
   * Gives a card its portrait.
   *
   * @param setting {@code NAME=FILE}
   */
  CardBox withPortrait(String setting) throws IOException {
    int equals = setting.indexOf('=');
    String name = equals < 0 ? setting : setting.substring(0, equals);
    if (equals < 0 || !cards.containsKey(name) || name.equals(BuiltInCards.NO_PORTRAIT)) {
      throw new IOException("portrait " + setting + ": expected NAME=FILE with the name of a card");
    }
    Map<String, Card> changed = new LinkedHashMap<>(cards);
    PortraitBlock portrait = PortraitBlock.of(Path.of(setting.substring(equals + 1)));
    changed.computeIfPresent(name, (n, card) -> card.withPortrait(portrait));
    return new CardBox(changed);
  }

  Optional<Card> named(String name) {
    return Optional.ofNullable(cards.get(name));
  }

  Collection<String> names() {
    return Collections.unmodifiableSet(cards.keySet());
  }
}
