package egov.kiosk.gateway.testing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.envelope.SignedEnvelope;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/** A few kiosks with what they have to say. */
public final class Fleet implements AutoCloseable {
  private final List<StubKiosk> kiosks = new ArrayList<>();
  private final List<Queue<SignedEnvelope>> sealed = new ArrayList<>();
  private final Set<String> ids = new LinkedHashSet<>();

  private Fleet() {}

  public static Fleet connect(GatewayLab lab, int port, int kiosks) throws Exception {
    Fleet fleet = new Fleet();
    for (int i = 1; i <= kiosks; i++) {
      fleet.kiosks.add(StubKiosk.connect(lab, String.format("zj-hz-%06d", i), port));
      fleet.sealed.add(new ArrayDeque<>());
    }
    await().until(() -> fleet.kiosks.stream().allMatch(StubKiosk::connected));
    return fleet;
  }

  public List<StubKiosk> kiosks() {
    return kiosks;
  }

  /** Seals so many messages for each kiosk. */
  public Fleet prepare(GatewayLab lab, int each) throws Exception {
    for (int i = 0; i < kiosks.size(); i++) {
      StubKiosk kiosk = kiosks.get(i);
      for (int n = 0; n < each; n++) {
        sealed
            .get(i)
            .add(
                lab.seal(kiosk.key(), Paper.transaction(kiosk.id(), GatewayLab.id(), "note " + n)));
      }
    }
    return this;
  }

  /** Sends so many of what was sealed from each kiosk. */
  public void send(int each) {
    for (int n = 0; n < each; n++) {
      for (int i = 0; i < kiosks.size(); i++) {
        SignedEnvelope envelope = sealed.get(i).remove();
        ids.add(envelope.id().value());
        kiosks.get(i).offer(envelope);
      }
    }
  }

  /** The ids of everything that was sent. */
  public Set<String> ids() {
    return ids;
  }

  public int settled() {
    return kiosks.stream().mapToInt(kiosk -> kiosk.receipts().size()).sum();
  }

  /** Sends again until a verified receipt settled everything, no two receipts contradicting. */
  public void awaitSettled() {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofSeconds(2))
        .pollDelay(Duration.ofMillis(500))
        .until(
            () -> {
              if (kiosks.stream().allMatch(kiosk -> kiosk.pending() == 0)) {
                return true;
              }
              kiosks.forEach(StubKiosk::again);
              return false;
            });
    kiosks.forEach(kiosk -> assertEquals(List.of(), kiosk.contradictions()));
  }

  @Override
  public void close() {
    kiosks.forEach(StubKiosk::close);
  }
}
