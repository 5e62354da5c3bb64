package egov.kiosk.bench.sync;

import egov.kiosk.contract.Topics;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.gateway.intake.Answers;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The fastest platform there can be: receives every message, stores nothing, opens nothing, and
 * answers through the gateway's own {@link Answers}: the first at once, what follows within a
 * moment together, up to fifty under one signature. It signs in earnest, because nobody can know
 * beforehand which messages arrive together; that costs the measured side, which shares the
 * processors, one signature a document. What the bare publisher sends it receives as well, and
 * answers nothing.
 */
final class Responder implements AutoCloseable {
  private static final long STOP_MILLIS = 2_000;

  private final Receipts receipts;
  private final LightLine line;
  private final BlockingQueue<PlatformReceipt> arrived = new LinkedBlockingQueue<>();
  private final Thread listening = new Thread(this::listen, "responder-in");
  private final Thread answering = new Thread(this::answer, "responder");
  private volatile boolean closed;

  Responder(String broker, Receipts receipts) throws IOException {
    this.receipts = receipts;
    line = new LightLine(broker, "responder", "egov/1/+/up/tx/#");
    for (Thread thread : new Thread[] {listening, answering}) {
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void listen() {
    try {
      line.listen(Topics.MESSAGE_ID_PROPERTY, id -> receipts.of(id).ifPresent(arrived::add));
    } catch (IOException e) {
      if (!closed) {
        System.err.println("bench: the responder lost the broker: " + e.getMessage());
      }
    }
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
          byte[] signed = receipts.sign(document.receipts());
          line.publish(Topics.receipts(document.kioskId()), signed);
        }
      }
    } catch (InterruptedException e) {
      // Closed.
    } catch (IOException | CryptoException e) {
      System.err.println("bench: the responder stopped: " + e.getMessage());
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    closed = true;
    answering.interrupt();
    answering.join(STOP_MILLIS);
    line.close();
    listening.join(STOP_MILLIS);
  }
}
