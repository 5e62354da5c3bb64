package egov.kiosk.updates.ddi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What a server may say, and what it may not make this kiosk do. */
class ServerJsonTest {
  private static final DdiSettings SETTINGS =
      new DdiSettings(URI.create("https://u.example"), "DEFAULT", "K-1", "secret");

  private static JsonNode json(String text) {
    return ServerJson.object(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  @Property(tries = 300)
  void anything_isAnObjectOrNothing(@ForAll byte[] noise) {
    ServerJson.object(noise).ifPresent(node -> assertTrue(node.isObject()));
  }

  @Test
  void deepOrLongJson_isNothing() {
    String deep = "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
    assertEquals(Optional.empty(), ServerJson.object(deep.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void sleep_isKeptWithinBounds() throws Exception {
    assertEquals(Duration.ofSeconds(30), sleep("00:00:01"));
    assertEquals(Duration.ofHours(24), sleep("99:00:00"));
    assertEquals(Duration.ofMinutes(30), sleep("soon"));
  }

  private static Duration sleep(String text) throws Exception {
    return Poll.of(json("{\"config\":{\"polling\":{\"sleep\":\"" + text + "\"}}}"), SETTINGS)
        .sleep();
  }

  @Test
  void addressOnAnotherServer_isRefused_soTheTokenStaysHere() {
    String poll = "{\"_links\":{\"deploymentBase\":{\"href\":\"https://evil.example/x\"}}}";
    Assertions.assertThrows(
        egov.kiosk.updates.UpdateRefusedException.class, () -> Poll.of(json(poll), SETTINGS));
    assertTrue(!SETTINGS.toString().contains("secret"));
  }
}
