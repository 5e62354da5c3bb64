package egov.kiosk.gateway.orders;

import egov.kiosk.contract.Topics;
import egov.kiosk.crypto.CryptoException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears citizens who call for help and answers them through the order desk (呼叫应答). Knows the calls
 * this worker heard, for as long as they can stand; each is also logged. Where several workers
 * share the line, another one answers by {@code order command KIOSK help-answer call=ID minutes=N}.
 * Safe for several threads.
 */
public final class HelpDesk {
  private static final Logger LOG = LoggerFactory.getLogger(HelpDesk.class);
  private static final String NAME = "help-call";

  /** No kiosk keeps a call longer. */
  private static final Duration LONGEST = Duration.ofHours(1);

  /** An answer that comes later is none. */
  private static final Duration LIFE = Duration.ofMinutes(5);

  private static final int MOST = 10_000;

  private final OrderDesk orders;
  private final InstantSource clock;
  private final Map<String, Heard> byKiosk = new ConcurrentHashMap<>();

  private record Heard(OpenCall call, Instant at) {}

  HelpDesk(OrderDesk orders, InstantSource clock) {
    this.orders = orders;
    this.clock = clock;
  }

  /** An alarm came up; what is no call for help is left to others. */
  void received(String kioskId, byte[] payload) {
    Map<String, String> said;
    try {
      said = FlatJson.read(payload);
    } catch (IOException e) {
      LOG.warn("kiosk {} sent an alarm that is none", kioskId);
      return;
    }
    if (NAME.equals(said.get("name"))) {
      read(kioskId, said)
          .ifPresentOrElse(
              this::heard, () -> LOG.warn("kiosk {} sent a call for help that is none", kioskId));
    }
  }

  private static Optional<OpenCall> read(String kioskId, Map<String, String> said) {
    String id = said.getOrDefault("id", "");
    String state = said.getOrDefault("state", "");
    String calledAt = said.getOrDefault("calledAt", "");
    String item = said.getOrDefault("item", "");
    String page = said.getOrDefault("page", "");
    boolean sound =
        id.matches("[0-9a-f]{16}")
            && state.matches("[A-Z_]{1,16}")
            && calledAt.matches("[0-9TZ:.-]{1,40}")
            && item.matches("[A-Za-z0-9._-]{0,64}")
            && page.matches("[a-z-]{0,64}");
    return sound
        ? Optional.of(new OpenCall(id, kioskId, state, calledAt, item, page))
        : Optional.empty();
  }

  private void heard(OpenCall call) {
    LOG.info("help: {}", call);
    Instant now = clock.instant();
    byKiosk.values().removeIf(one -> one.at().plus(LONGEST).isBefore(now));
    if (call.state().equals("CLOSED")) {
      byKiosk.computeIfPresent(
          call.kioskId(), (kiosk, one) -> one.call().id().equals(call.id()) ? null : one);
    } else if (byKiosk.size() < MOST || byKiosk.containsKey(call.kioskId())) {
      byKiosk.put(call.kioskId(), new Heard(call, now));
    }
  }

  /** The calls that stand, the longest waiting first. */
  public List<OpenCall> open() {
    Instant now = clock.instant();
    return byKiosk.values().stream()
        .filter(one -> one.at().plus(LONGEST).isAfter(now))
        .map(Heard::call)
        .sorted(Comparator.comparing(OpenCall::calledAt))
        .toList();
  }

  /**
   * Tells the citizen that somebody is on the way.
   *
   * @param minutes when they will be there
   * @return the command's id
   * @throws IllegalArgumentException when no such call stands here
   */
  public String answer(String call, int minutes) throws IOException, CryptoException {
    return orders.command(
        kiosk(call),
        "help-answer",
        Map.of("call", call, "minutes", Integer.toString(minutes)),
        LIFE);
  }

  /**
   * Ends a call.
   *
   * @return the command's id
   * @throws IllegalArgumentException when no such call stands here
   */
  public String close(String call) throws IOException, CryptoException {
    return orders.command(kiosk(call), "help-close", Map.of("call", call), LIFE);
  }

  private String kiosk(String id) {
    return open().stream()
        .filter(call -> call.id().equals(id))
        .map(OpenCall::kioskId)
        .filter(Topics::isKioskId)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such call stands"));
  }
}
