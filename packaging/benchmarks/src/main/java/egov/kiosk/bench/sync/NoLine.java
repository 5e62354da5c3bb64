package egov.kiosk.bench.sync;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.agent.uplink.Uplink;
import egov.kiosk.agent.uplink.UplinkListener;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.gateway.intake.Answers;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A line that costs nothing: no client, no broker, no socket; every message is acknowledged at once
 * and answered by receipts signed in earnest, on a thread of this process. What a drain takes here
 * it takes over any line, however messages are packed on it.
 */
final class NoLine implements Uplink {
  private static final int WINDOW = 1_000;
  private static final int LARGEST = 64 * 1024;

  private final Receipts receipts;
  private final BlockingQueue<PlatformReceipt> arrived = new LinkedBlockingQueue<>();
  private final Thread answering = new Thread(this::answer, "no-line");
  private UplinkListener listener;

  NoLine(Receipts receipts) {
    this.receipts = receipts;
  }

  @Override
  public void start(UplinkListener told) {
    listener = told;
    answering.setDaemon(true);
    answering.start();
    told.connected();
  }

  @Override
  public CompletionStage<SendOutcome> send(QueuedEnvelope message) {
    receipts.of(message.envelope().id().value()).ifPresent(arrived::add);
    return CompletableFuture.completedFuture(SendOutcome.acknowledged());
  }

  private void answer() {
    Answers answers = new Answers(System::nanoTime);
    try {
      while (true) {
        long patience = Math.min(answers.pause(), TimeUnit.SECONDS.toNanos(10));
        PlatformReceipt first = arrived.poll(patience, TimeUnit.NANOSECONDS);
        for (PlatformReceipt next = first; next != null; next = arrived.poll()) {
          answers.add(next, () -> {});
        }
        for (Answers.Document document : answers.due()) {
          listener.receipt(receipts.sign(document.receipts()));
        }
      }
    } catch (InterruptedException e) {
      // Closed.
    } catch (CryptoException e) {
      System.err.println("bench: the line that costs nothing stopped: " + e.getMessage());
    }
  }

  @Override
  public int window() {
    return WINDOW;
  }

  @Override
  public int maxMessageBytes() {
    return LARGEST;
  }

  @Override
  public void stop(Duration timeout) {
    answering.interrupt();
    try {
      answering.join(timeout.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
