package egov.kiosk.agent;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.agent.uplink.Uplink;
import egov.kiosk.agent.uplink.UplinkListener;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An uplink the test plays: it sees what is sent and says what becomes of it. */
final class ScriptedUplink implements Uplink {
  /** One sending that has no outcome yet. */
  record Sending(QueuedEnvelope message, CompletableFuture<SendOutcome> outcome) {
    SignedEnvelope envelope() {
      return message.envelope();
    }
  }

  final Deque<Sending> out = new ArrayDeque<>();
  final List<Long> history = new ArrayList<>();
  volatile UplinkListener listener;
  volatile int window = 1000;
  volatile int maxMessageBytes = 64 * 1024;
  volatile boolean stopped;
  boolean up;

  @Override
  public void start(UplinkListener told) {
    listener = told;
  }

  @Override
  public synchronized CompletionStage<SendOutcome> send(QueuedEnvelope message) {
    history.add(message.sequence());
    CompletableFuture<SendOutcome> outcome = new CompletableFuture<>();
    if (up) {
      out.add(new Sending(message, outcome));
    } else {
      outcome.complete(SendOutcome.failed());
    }
    return outcome;
  }

  void connect() {
    up = true;
    listener.connected();
  }

  void disconnect() {
    up = false;
    List<Sending> lost = new ArrayList<>(out);
    out.clear();
    lost.forEach(sending -> sending.outcome.complete(SendOutcome.failed()));
    listener.disconnected("test");
  }

  /** Takes the oldest sending and acknowledges it. */
  Sending acknowledge() {
    return complete(SendOutcome.acknowledged());
  }

  /** Takes the oldest sending and gives it an outcome. */
  Sending complete(SendOutcome outcome) {
    Sending sending = out.remove();
    sending.outcome.complete(outcome);
    return sending;
  }

  /** Takes the oldest sending and never says anything about it. */
  Sending swallow() {
    return out.remove();
  }

  synchronized List<Long> history() {
    return List.copyOf(history);
  }

  @Override
  public int window() {
    return window;
  }

  @Override
  public int maxMessageBytes() {
    return maxMessageBytes;
  }

  @Override
  public void stop(Duration timeout) {
    stopped = true;
  }
}
