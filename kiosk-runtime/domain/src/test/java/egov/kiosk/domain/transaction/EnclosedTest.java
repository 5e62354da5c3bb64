package egov.kiosk.domain.transaction;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.citizen.IdentityLevel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What goes with a transaction: the item's rules are kept, whoever made it. */
class EnclosedTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final String SM3 = "0f".repeat(32);
  private static final Optional<Assent> ASSENT =
      Optional.of(new Assent(Assent.Way.CONFIRMED, NOW, SM3));

  private static Transaction transaction(Enclosed enclosed) {
    ServiceItem item =
        new ServiceItem(
            "A",
            "1",
            "事项",
            "Item",
            "",
            "",
            OfflineClass.QUEUE_OK,
            IdentityLevel.NONE,
            Set.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            false,
            List.of(material("deed", true, false), material("letter", true, true)),
            true,
            Optional.empty());
    return new Transaction(
        TransactionId.create(NOW),
        "K-1",
        new LocalNumber("017953427236"),
        NOW,
        item,
        Optional.empty(),
        List.of(),
        FormData.empty(),
        enclosed);
  }

  private static Material material(String id, boolean required, boolean later) {
    return new Material(id, "材料", "Paper", "", required, 2, later, Optional.empty());
  }

  private static Enclosure page(String name) {
    return new Enclosure(name, "image/jpeg", 10, SM3);
  }

  private static Enclosed enclosed(List<Enclosure> pages, List<String> later) {
    return new Enclosed(pages, later, ASSENT);
  }

  @Test
  void complete_allowed() {
    assertDoesNotThrow(
        () -> transaction(enclosed(List.of(page("deed-1"), page("deed-2")), List.of("letter"))));
    assertDoesNotThrow(
        () -> transaction(enclosed(List.of(page("deed-1"), page("letter-1")), List.of())));
  }

  @Test
  void missingOrPutOffAgainstTheRule_refused() {
    List<Enclosure> deed = List.of(page("deed-1"));
    for (Enclosed bad :
        List.of(
            enclosed(List.of(page("letter-1")), List.of()),
            enclosed(List.of(page("letter-1")), List.of("deed")),
            enclosed(deed, List.of()),
            enclosed(List.of(page("deeds-1")), List.of("letter")),
            new Enclosed(deed, List.of("letter"), Optional.empty()))) {
      assertThrows(IllegalArgumentException.class, () -> transaction(bad), bad.toString());
    }
  }

  @Test
  void values_thatNameNothing_refused() {
    assertThrows(IllegalArgumentException.class, () -> page("Deed"));
    assertThrows(
        IllegalArgumentException.class, () -> new Enclosure("deed-1", "image/jpeg", 0, SM3));
    assertThrows(
        IllegalArgumentException.class, () -> new Enclosure("deed-1", "image/jpeg", 1, "0f"));
    assertThrows(
        IllegalArgumentException.class,
        () -> enclosed(List.of(page("deed-1"), page("deed-1")), List.of()));
    assertThrows(IllegalArgumentException.class, () -> enclosed(List.of(), List.of("../x")));
    assertThrows(IllegalArgumentException.class, () -> material("no spaces", true, false));
    assertThrows(
        IllegalArgumentException.class, () -> new Assent(Assent.Way.SIGNED, NOW, "digest"));
    assertThrows(IllegalArgumentException.class, () -> new SheetTemplate("", "x", ""));
  }
}
