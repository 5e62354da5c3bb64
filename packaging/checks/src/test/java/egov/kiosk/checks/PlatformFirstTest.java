package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import egov.kiosk.town.CitizenPlayer;
import egov.kiosk.town.Extra;
import egov.kiosk.town.Town;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A new kiosk under an old platform: what that would refuse is not accepted, until the platform's
 * own signed order says that it is taken.
 */
@Tag("e2e")
class PlatformFirstTest {
  private static final String ITEM = "MEDICAL-CONTRIBUTION";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path work;

  @Test
  void identityCardsAlone_untilThePlatformOrdersOtherwise() throws Exception {
    Town.KioskChanges asShipped =
        new Town.KioskChanges(
            Map.of(), Map.of("flow.otherCredentials", "false"), Set.of(Extra.SOCIAL_CARD));
    try (Town town = RunningTown.start(work.resolve("town"), asShipped)) {
      assertTrue(town.fittings().readsSocialCards(), town.fittings().whyNot());
      town.fittings().socialCard("place v2");
      RunningTown.awaitOffered(town, ITEM);
      CitizenPlayer citizen = new CitizenPlayer(town);
      citizen.choose(ITEM);
      citizen.answerConsent(true);
      assertEquals(List.of("ID_CARD"), ways(citizen.view()));
      citizen.leave();
      assertEquals("take-card", citizen.page(), "a card in the other reader is asked back");
      town.fittings().socialCard("lift");
      citizen.takeCardAndLeave();

      Path order = work.resolve("order.json");
      Files.writeString(order, "{\"flow\":{\"otherCredentials\":\"true\"}}");
      town.platform().command("order configuration " + Town.KIOSK_ID + " " + order);
      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> offered(town).contains("SOCIAL_CARD"));
      town.fittings().socialCard("place v2");
      CitizenPlayer next = new CitizenPlayer(town);
      next.choose(ITEM);
      next.answerConsent(true);
      next.await(view -> view.path("page").asText().equals("form"), "the social card to be read");
      next.fillForm();
      next.act("submit", Map.of());
      next.await(view -> view.at("/accepted/official").asBoolean(), "the receipt");
      String number = next.view().at("/accepted/number").asText();
      assertEquals("SOCIAL_CARD", town.platform().command("shown " + number));
      town.fittings().socialCard("lift");
    }
  }

  /** What somebody who comes now may show; goes away again. */
  private static List<String> offered(Town town) throws Exception {
    CitizenPlayer passer = new CitizenPlayer(town);
    passer.choose(ITEM);
    passer.answerConsent(true);
    List<String> ways = ways(passer.view());
    passer.leave();
    passer.takeCardAndLeave();
    return ways;
  }

  private static List<String> ways(JsonNode view) {
    return view.at("/entry/ways").findValuesAsText("kind");
  }
}
