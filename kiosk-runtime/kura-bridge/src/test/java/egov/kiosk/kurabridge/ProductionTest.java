package egov.kiosk.kurabridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.launcher.port.Laboratory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.crypto.CryptoService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Attack test J03 without our launcher: what belongs into a laboratory does not serve citizens. */
class ProductionTest {
  private static final CryptoService OWN_KEY = new AesCrypto("a key of its own");
  private static final CryptoService PUBLISHED_KEY = new AesCrypto("rv;ipse329183!@#");

  @TempDir Path temp;
  private final Map<String, String> settings =
      new HashMap<>(
          Map.of(
              "upkeep.profile",
              "production",
              "crypto.custody",
              "skf",
              "crypto.kioskId",
              "fz-gl-000777"));

  private List<String> complaints() {
    return Production.complaints(settings, OWN_KEY);
  }

  private void refused(String words) {
    assertEquals(1, complaints().size(), complaints().toString());
    assertTrue(complaints().get(0).contains(words), complaints().toString());
  }

  @Test
  void keyInADeviceAndAKeyOfItsOwn_serves() {
    assertEquals(List.of(), complaints());
    assertEquals(List.of(), Production.complaints(settings, null));
  }

  @Test
  void j03_laboratorysThings_areRefused_andAllSaidAtOnce() throws Exception {
    settings.put("crypto.kioskId", Laboratory.EXAMPLE_ID);
    refused("crypto.kioskId");
    settings.put("crypto.custody", "file");
    Path seal = Files.writeString(temp.resolve("kiosk.esl"), "0..egov-lab..");
    settings.put("documents.sealFile", seal.toString());
    assertEquals(3, complaints().size(), complaints().toString());
    assertFalse(complaints().toString().contains(seal.toString()), "a value: " + complaints());
  }

  @Test
  void j03_laboratory_isOneOnlyWhereItIsCalledSo() {
    settings.put("crypto.custody", "file");
    settings.put("upkeep.profile", "Laboratory of sorts");
    assertEquals(1, complaints().size(), complaints().toString());
    settings.put("upkeep.profile", "laboratory");
    assertEquals(List.of(), Production.complaints(settings, PUBLISHED_KEY));
  }

  @Test
  void j03_keyOfThePublishedSource_isRefused() {
    List<String> refused = Production.complaints(settings, PUBLISHED_KEY);
    assertEquals(1, refused.size(), refused.toString());
    assertTrue(refused.get(0).contains("kura_encryption_key"), refused.toString());
    assertFalse(refused.get(0).contains("329183"), refused.toString());
  }

  /** As after a start with another key: the framework's snapshots do not open, so it gives none. */
  @Test
  void noSettingsAtAll_staysClosed_andSaysWhatToDo() {
    settings.clear();
    refused("give it the key they were sealed with");
  }

  @Test
  void eachReason_isOneLine_untilItIsGone() {
    Logger log = (Logger) LoggerFactory.getLogger(ProductionCheck.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.addAppender(lines);
    try {
      ProductionCheck check = new ProductionCheck();
      assertEquals(Level.OK, check.check(Duration.ZERO).level());
      check.found(false, List.of("one", "two"));
      check.tell();
      check.found(false, List.of("two"));
      check.tell();
      check.tell();
      Finding closed = check.check(Duration.ZERO);
      assertEquals(Level.FAIL, closed.level());
      assertEquals("the kiosk stays closed: two", closed.what());
      check.found(false, List.of());
      check.tell();
      check.tell();
      assertEquals(
          List.of(
              "bridge: the kiosk stays closed: one",
              "bridge: the kiosk stays closed: two",
              "bridge: nothing keeps the kiosk closed any more"),
          lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
    } finally {
      log.detachAppender(lines);
    }
  }
}
