package egov.kiosk.gateway.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics that are not there. */
final class StreamTopics {
  private static final int SECONDS = 10;

  /** Few places are read back at the start: old ones are cleaned away within minutes. */
  private static final Map<String, String> COMPACTED =
      Map.of(
          "cleanup.policy", "compact", "segment.ms", "600000", "min.cleanable.dirty.ratio", "0.1");

  private StreamTopics() {}

  static void make(StreamSettings settings) {
    Map<String, Object> configuration =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            settings.servers(),
            AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG,
            false,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            SECONDS * 1000,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            SECONDS * 500);
    try (Admin admin = Admin.create(configuration)) {
      for (NewTopic topic :
          List.of(
              new NewTopic(settings.topic(), Optional.empty(), Optional.empty()),
              new NewTopic(settings.places(), Optional.of(1), Optional.empty())
                  .configs(COMPACTED))) {
        make(admin, topic);
      }
    }
  }

  private static void make(Admin admin, NewTopic topic) {
    try {
      admin.createTopics(List.of(topic)).all().get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new KafkaException("the topic " + topic.name() + " cannot be made", e.getCause());
      }
    } catch (TimeoutException e) {
      throw new KafkaException("Kafka does not answer", e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
