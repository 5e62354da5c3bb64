package egov.kiosk.updates.ddi;

import com.fasterxml.jackson.databind.JsonNode;
import egov.kiosk.updates.UpdateRefusedException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * What the server wants.
 *
 * @param sleep after which time to ask again
 * @param deployment where the files of an action are told
 * @param cancel the action that is to be given up
 * @param describe whether the server asks what this kiosk is
 */
public record Poll(
    Duration sleep, Optional<URI> deployment, Optional<String> cancel, boolean describe) {
  private static final Duration SHORTEST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(24);

  static Poll of(JsonNode said, DdiSettings settings) throws UpdateRefusedException {
    Optional<String> deployment = ServerJson.text(said, "_links", "deploymentBase", "href");
    Optional<String> cancel =
        ServerJson.text(said, "_links", "cancelAction", "href")
            .map(link -> link.replaceAll("[?#].*", ""))
            .map(link -> link.substring(link.lastIndexOf('/') + 1))
            .filter(Deployment::isAction);
    return new Poll(
        sleep(ServerJson.text(said, "config", "polling", "sleep").orElse("")),
        deployment.isPresent() ? Optional.of(settings.own(deployment.get())) : Optional.empty(),
        cancel,
        ServerJson.text(said, "_links", "configData", "href").isPresent());
  }

  /** A time of day as hawkBit writes it; within bounds, whatever the server says. */
  private static Duration sleep(String text) {
    if (!text.matches("[0-9]{2}:[0-9]{2}:[0-9]{2}")) {
      return Duration.ofMinutes(30);
    }
    Duration said =
        Duration.ofHours(Integer.parseInt(text.substring(0, 2)))
            .plusMinutes(Integer.parseInt(text.substring(3, 5)))
            .plusSeconds(Integer.parseInt(text.substring(6)));
    if (said.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return said.compareTo(LONGEST) > 0 ? LONGEST : said;
  }
}
