package egov.kiosk.gateway.kafka;

import java.util.Objects;

/**
 * Where accepted messages go.
 *
 * @param servers Kafka's bootstrap servers, {@code host:port} separated by commas
 * @param topic the topic; made with the cluster's defaults when it is not there
 */
public record StreamSettings(String servers, String topic) {
  /** Where nothing else is said. */
  public static final String TOPIC = "egov.accepted";

  public StreamSettings {
    Objects.requireNonNull(servers, "servers");
    if (!topic.matches("[A-Za-z0-9._-]{1,200}")) {
      throw new IllegalArgumentException(
          "a topic has 1 to 200 letters, digits, dots, underscores and hyphens");
    }
  }

  /** Where the last published place is kept, compacted. */
  String places() {
    return topic + ".place";
  }
}
