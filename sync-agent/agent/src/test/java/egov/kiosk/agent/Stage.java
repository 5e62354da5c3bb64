package egov.kiosk.agent;

import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.ConnectivityListener;
import egov.kiosk.domain.outbox.SettlementListener;
import egov.kiosk.domain.trace.SpanBook;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** An agent without its thread, an uplink played by the test, and a clock that stands still. */
final class Stage {
  static final Duration RECEIPT_TIMEOUT = Duration.ofSeconds(30);
  static final Duration CAP = Duration.ofMinutes(2);
  static final Duration PARK = Duration.ofMinutes(10);

  final ListOutbox outbox;
  final ScriptedUplink uplink = new ScriptedUplink();
  final List<PlatformReceipt> told = new ArrayList<>();
  final List<Boolean> connectivity = new ArrayList<>();
  final List<SettlementListener> settlements = new ArrayList<>(List.of(told::add));
  final List<ConnectivityListener> listeners = new ArrayList<>(List.of(connectivity::add));
  final Queue<Runnable> receipts = new ArrayDeque<>();
  final SyncAgent agent;
  long now = 1_000_000;
  final SpanBook spans = new SpanBook(InstantSource.fixed(Messages.NOW), () -> now);

  Stage(int window) {
    this(window, new ListOutbox());
  }

  Stage(int window, ListOutbox outbox) {
    this(settings(window), outbox, new OrderKeys());
  }

  Stage(AgentSettings settings, ListOutbox outbox, OrderKeys keys) {
    this.outbox = outbox;
    agent =
        new SyncAgent(
            outbox,
            uplink,
            Messages::verify,
            new SyncAgent.Listeners(settlements, listeners, spans),
            settings,
            InstantSource.fixed(Messages.NOW),
            () -> now,
            new SyncAgent.Parts(receipts::add, keys));
    outbox.bell = agent;
    agent.startUplink();
  }

  static AgentSettings settings(int window) {
    return new AgentSettings(window, RECEIPT_TIMEOUT, CAP, PARK);
  }

  List<SignedEnvelope> queue(int items) {
    List<SignedEnvelope> messages = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      messages.add(Messages.item());
      outbox.append(messages.get(i));
    }
    return messages;
  }

  long step() {
    while (!receipts.isEmpty()) {
      receipts.remove().run();
    }
    return agent.step();
  }

  void connect() {
    uplink.connect();
    step();
  }

  void receipt(byte[] message) {
    uplink.listener.receipt(message);
    step();
  }

  /** Lets time pass, the agent working whenever it said it would. */
  void pass(Duration duration) {
    long end = now + duration.toNanos();
    long wait = step();
    for (int rounds = 0; wait <= end - now; rounds++) {
      if (rounds > 1_000_000) {
        throw new AssertionError("the agent spins");
      }
      now += Math.max(wait, 1);
      wait = step();
    }
    now = end;
    step();
  }

  /** Acknowledges and answers everything until nothing comes any more. */
  void deliverAll() {
    step();
    while (!uplink.out.isEmpty()) {
      SignedEnvelope envelope = uplink.acknowledge().envelope();
      receipt(Messages.receipt(envelope));
    }
  }
}
