package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.town.CitizenPlayer;
import egov.kiosk.town.Town;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stolen disk (attack tests F10 and H06): transactions of marked citizens are accepted while the
 * platform cannot be reached, and the power goes. No raw file of the kiosk, the log of the database
 * included, holds what they are called, known by or look like, in any of the usual encodings, nor
 * which service they asked for.
 */
@Tag("attack")
class StolenDiskTest {
  private static final String ITEM = "PENSION-QUALIFICATION";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path work;

  private static Town town;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    town = RunningTown.start(work);
  }

  @AfterAll
  static void close() {
    if (town != null) {
      town.close();
    }
  }

  private static void serve(boolean finish) throws IOException, InterruptedException {
    town.face("same-02.jpg");
    CitizenPlayer citizen = new CitizenPlayer(town);
    citizen.choose(ITEM);
    citizen.answerConsent(true);
    citizen.placeCard("resident");
    citizen.answerConsent(true);
    citizen.lookAtCamera();
    citizen.fillForm();
    if (finish) {
      citizen.act("submit", Map.of());
      citizen.await(view -> view.has("accepted") && !view.get("accepted").isNull(), "acceptance");
      citizen.act("continue", Map.of());
      citizen.act("rating", Map.of("level", 5));
      citizen.takeCardAndLeave();
    }
  }

  @Test
  void f10_powerCutWithAFullQueue_noRawFileSaysWho() throws Exception {
    town.cable().cut();
    serve(true);
    serve(false);
    town.powerCycleKiosk();
    Path data = town.layout().data();
    assertTrue(Files.size(data.resolve("outbox/outbox.db")) > 0, "there is a queue to look at");
    byte[] whole = Files.readAllBytes(town.layout().cache().resolve("faces/portrait.webp"));
    Markers markers =
        Markers.disguised().disguise("the portrait", Arrays.copyOfRange(whole, 200, 240));
    assertEquals(List.of(), markers.find(data, path -> path.endsWith("ui.token")));
    Markers item = new Markers().disguise("the item", ITEM.getBytes(StandardCharsets.US_ASCII));
    assertEquals(List.of(), item.find(data.resolve("outbox"), path -> false));
  }

  @Test
  void scanner_eachDisguise_seen() throws Exception {
    byte[] text = Markers.ID_NUMBER.getBytes(StandardCharsets.UTF_8);
    Path planted = work.resolve("planted");
    for (int before = 0; before < 3; before++) {
      byte[] padded = new byte[before + text.length + 2];
      System.arraycopy(text, 0, padded, before, text.length);
      Files.writeString(planted, Base64.getEncoder().encodeToString(padded));
      assertFalse(Markers.disguised().find(planted, path -> false).isEmpty(), "at " + before);
    }
    Files.writeString(planted, HexFormat.of().formatHex(text));
    assertFalse(Markers.disguised().find(planted, path -> false).isEmpty());
  }
}
