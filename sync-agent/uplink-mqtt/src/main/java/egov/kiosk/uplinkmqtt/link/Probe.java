package egov.kiosk.uplinkmqtt.link;

import java.time.Duration;
import java.util.Objects;

/**
 * How a connection that carries nothing is found: after {@code idle} without any acknowledgement or
 * delivery something is published that must be acknowledged; after {@code answer} more the
 * connection is given up and made anew. When the new one falls silent too, the patience doubles, up
 * to sixteen times: on a very slow line one large message may take that long.
 *
 * @param question what is published, to a topic nobody listens to; quality of service 1
 * @param idle at least 1 s
 * @param answer at least 1 s
 */
public record Probe(Publication question, Duration idle, Duration answer) {
  public Probe {
    Objects.requireNonNull(question, "question");
    if (idle.toSeconds() < 1 || answer.toSeconds() < 1) {
      throw new IllegalArgumentException("a probe waits at least 1 s");
    }
    if (question.retained() || question.quality() != 1) {
      throw new IllegalArgumentException("a probe is acknowledged and not kept");
    }
  }
}
