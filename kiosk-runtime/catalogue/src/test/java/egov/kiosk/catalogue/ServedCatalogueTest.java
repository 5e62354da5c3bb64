package egov.kiosk.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.fleet.OrderRefusedException;
import egov.kiosk.domain.fleet.OrderRefusedException.Reason;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.transaction.ServiceItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedCatalogueTest {
  @TempDir Path home;
  private Path base;
  private Path state;

  private static String entry(String code) {
    return """
        {"code": "%s", "version": "1", "name": "甲", "nameEn": "x", "summary": "x",
         "offlineClass": "QUEUE_OK", "identityLevel": "NONE"}
        """
        .formatted(code);
  }

  @BeforeEach
  void deliver() throws IOException {
    base = Files.createDirectory(home.resolve("items"));
    state = home.resolve("state");
    Files.writeString(base.resolve("a.json"), entry("BASE"));
  }

  private ServedCatalogue open() {
    return ServedCatalogue.open(base, Optional.of(state));
  }

  private static List<String> codes(ServedCatalogue catalogue) {
    return catalogue.items().stream().map(ServiceItem::code).toList();
  }

  @Test
  void sentItems_replaceTheDeliveredOnesInTheirOrderAndSurviveARestart() throws Exception {
    ServedCatalogue catalogue = open();
    assertEquals(0, catalogue.version());
    catalogue.replace(7, List.of(entry("Z"), entry("A")));
    for (ServedCatalogue seen : List.of(catalogue, open())) {
      assertEquals(List.of("Z", "A"), codes(seen));
      assertEquals(7, seen.version());
      assertEquals(Level.OK, seen.check(Duration.ofSeconds(1)).level());
    }
  }

  @Test
  void brokenEntry_refusesTheWholeOrderAndTheOldOneStays() throws Exception {
    ServedCatalogue catalogue = open();
    catalogue.replace(1, List.of(entry("OLD")));
    for (List<String> bad :
        List.of(
            List.of(entry("N"), "{"),
            List.of(entry("N"), entry("N")),
            List.of(entry("N"), entry("M").replace("QUEUE_OK", "OFTEN")),
            List.of(entry("N"), " ".repeat(70_000)))) {
      OrderRefusedException refused =
          assertThrows(OrderRefusedException.class, () -> catalogue.replace(2, bad));
      assertEquals(Reason.INVALID, refused.reason());
      assertTrue(refused.getMessage().startsWith("item 2 "), refused.getMessage());
      assertEquals(List.of("OLD"), codes(catalogue));
      assertEquals(List.of("OLD"), codes(open()));
    }
  }

  @Test
  void emptyOrder_takesTheKioskBackToTheDeliveredItems() throws Exception {
    ServedCatalogue catalogue = open();
    catalogue.replace(1, List.of(entry("NEW")));
    catalogue.replace(2, List.of());
    assertEquals(List.of("BASE"), codes(catalogue));
    assertEquals(2, open().version());
  }

  @Test
  void damagedState_deliveredItemsServeAndTheVersionCanBeSentAgain() throws Exception {
    open().replace(3, List.of(entry("NEW")));
    Path item;
    try (Stream<Path> all = Files.walk(state)) {
      item = all.filter(path -> path.endsWith("000.json")).findFirst().orElseThrow();
    }
    Files.writeString(item, entry("EVIL"));
    ServedCatalogue catalogue = open();
    assertEquals(List.of("BASE"), codes(catalogue));
    assertEquals(0, catalogue.version());
    assertEquals(Level.WARN, catalogue.check(Duration.ofSeconds(1)).level());
    catalogue.replace(3, List.of(entry("NEW")));
    assertEquals(List.of("NEW"), codes(open()));
    Files.writeString(state.resolve("current"), "kiosk-catalogue 9 what\n");
    assertEquals(List.of("BASE"), codes(open()));
  }

  @Test
  void withoutStateDirectory_ordersAreRefused() {
    ServedCatalogue catalogue = ServedCatalogue.open(base, Optional.empty());
    OrderRefusedException refused =
        assertThrows(
            OrderRefusedException.class, () -> catalogue.replace(1, List.of(entry("NEW"))));
    assertEquals(Reason.STORAGE, refused.reason());
    assertEquals(List.of("BASE"), codes(catalogue));
  }

  @Test
  void reload_seesWhatATechnicianPutThere() throws IOException {
    ServedCatalogue catalogue = open();
    Files.writeString(base.resolve("b.json"), entry("SECOND"));
    assertEquals(2, catalogue.reload());
    assertEquals(List.of("BASE", "SECOND"), codes(catalogue));
  }

  /**
   * The power goes off at every step in turn: the old items or the new, and the next order works.
   */
  @Test
  void powerCutAtAnyStep_oldOrNewItemsServeAfterwards() throws Exception {
    int step = 0;
    boolean through = false;
    while (!through) {
      int last = ++step;
      state = home.resolve("state-" + last);
      open().replace(1, List.of(entry("OLD")));
      int[] done = {0};
      DurableFiles cut =
          new DurableFiles(
              () -> {
                if (++done[0] == last) {
                  throw new PowerCut();
                }
              });
      ServedCatalogue dying = ServedCatalogue.open(base, Optional.of(state), cut);
      try {
        dying.replace(2, List.of(entry("NEW"), entry("NEWER")));
        through = true;
      } catch (PowerCut e) {
        assertFalse(codes(dying).isEmpty());
      }
      ServedCatalogue after = open();
      assertEquals(
          after.version() == 2 ? List.of("NEW", "NEWER") : List.of("OLD"), codes(after), "" + last);
      after.replace(3, List.of(entry("THIRD")));
      assertEquals(List.of("THIRD"), codes(open()));
    }
    assertTrue(step > 8, "every step was cut: " + step);
  }

  private static final class PowerCut extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
