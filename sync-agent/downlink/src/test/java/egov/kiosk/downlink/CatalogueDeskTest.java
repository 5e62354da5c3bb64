package egov.kiosk.downlink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueDeskTest {
  @TempDir Path directory;
  private Kiosk kiosk;

  @BeforeEach
  void open() {
    kiosk = new Kiosk(directory);
  }

  @Test
  void newItems_inServiceAndAcknowledged() {
    kiosk.offer(3, "a", "b");
    assertEquals(List.of("a", "b"), kiosk.catalogue.items);
    assertEquals(1, kiosk.heard("EVENT", "\"order\":\"catalogue\"", "in-force", "\"revision\":3"));
  }

  @Test
  void olderItems_refused() {
    kiosk.offer(3, "a");
    kiosk.offer(2, "b");
    kiosk.offer(0, "c");
    assertEquals(List.of("a"), kiosk.catalogue.items);
    assertEquals(1, kiosk.heard("refused", "\"revision\":2", "OLD"));
  }

  @Test
  void brokenItem_refusedWithReasonTheOldOnesStay() {
    kiosk.offer(1, "a");
    kiosk.offer(2, "b", "broken");
    assertEquals(List.of("a"), kiosk.catalogue.items);
    assertEquals(1, kiosk.heard("refused", "\"revision\":2", "item 1 line 1"));
    kiosk.offer(2, "b");
    assertEquals(List.of("b"), kiosk.catalogue.items);
  }

  @Test
  void itemsLostOnTheDisk_theSameVersionIsTakenAgainOlderOnesAreNot() {
    kiosk.offer(5, "a");
    kiosk.catalogue.version = 0;
    kiosk.catalogue.items = List.of("base");
    kiosk.restart();
    kiosk.offer(4, "old");
    assertEquals(List.of("base"), kiosk.catalogue.items);
    kiosk.offer(5, "a");
    assertEquals(List.of("a"), kiosk.catalogue.items);
  }
}
