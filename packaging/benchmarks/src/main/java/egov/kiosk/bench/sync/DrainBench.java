package egov.kiosk.bench.sync;

import egov.kiosk.bench.LabQueue;
import egov.kiosk.bench.Ratio;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.outboxsqlite.SqliteOutbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.paho.mqttv5.client.persist.MqttDefaultFilePersistence;

/** How fast the queue empties once the platform is there. */
final class DrainBench implements AutoCloseable {
  private static final int WARM_UP = 4;

  /** Until the compiler is through with the longer of two ways, twelve seconds or so. */
  private static final int SETTLING = 10;

  private static final int ROUNDS = 7;
  private static final int COUNTED = 10_000;
  private static final int SLICE = 900;
  private static final int FILLERS = 64;
  private static final String LONG_KIOSK = "long-000001";

  private final Path work;
  private final Sample sample = new Sample();
  private final Receipts receipts = new Receipts();
  private final Mosquitto broker;
  private final Responder responder;
  private int kiosks;

  DrainBench(Path work) throws Exception {
    this.work = work;
    broker = Mosquitto.start(work);
    responder = new Responder(broker.uri(), receipts);
  }

  /** Against a bare Paho publisher with the same window. */
  Ratio againstPaho(int window, String name) throws Exception {
    Rounds rounds = new Rounds();
    Rounds kept = new Rounds();
    Rounds bound = new Rounds();
    Spent ourTime = new Spent(broker.pid(), COUNTED);
    Spent theirTime = new Spent(broker.pid(), COUNTED);
    Spent boundTime = new Spent(broker.pid(), COUNTED);
    KioskDrain drain = new KioskDrain(broker.uri(), receipts, window);
    String files = Files.createDirectories(work.resolve("paho")).toString();
    try (PahoPublisher paho = new PahoPublisher(broker.uri(), "bare-000001", window);
        PahoPublisher keeping =
            new PahoPublisher(
                broker.uri(), "bare-000002", window, new MqttDefaultFilePersistence(files))) {
      for (int i = 0; i < SETTLING + ROUNDS; i++) {
        boolean settling = i < SETTLING;
        double ours = fresh(settling ? drain::rate : measured(ourTime, drain::rate), COUNTED);
        List<SignedEnvelope> messages = sample.messages(COUNTED);
        double theirs = settling ? paho.rate(messages) : theirTime.in(() -> paho.rate(messages));
        if (!settling) {
          rounds.add(ours, theirs);
        }
      }
      for (int i = 0; i < ROUNDS; i++) {
        double ours = fresh(measured(boundTime, drain::withoutLine), COUNTED);
        bound.add(ours, paho.rate(sample.messages(COUNTED)));
      }
      // After the counted rounds: what the files leave the disk to do would fall into ours alone.
      for (int i = 0; i < ROUNDS; i++) {
        double ours = fresh(drain, SLICE);
        kept.add(ours, keeping.rate(sample.messages(SLICE)));
      }
    }
    // What no packing of messages on the line can go beyond.
    System.err.println(bound.detail(name + "-without-a-line"));
    System.err.println(ourTime.line("drain"));
    System.err.println(boundTime.line("drain-without-a-line"));
    System.err.println(theirTime.line("bare-paho"));
    // The same client as it is when nobody tells it to forget what it has not sent.
    System.err.println(kept.detail(name + "-with-its-files"));
    return rounds.atLeast(name, 0.9);
  }

  /** A slice of a long backlog against a short backlog. */
  Ratio longBacklog(int length, int window) throws Exception {
    Rounds rounds = new Rounds();
    KioskDrain drain = new KioskDrain(broker.uri(), receipts, window);
    try (SqliteOutbox backlog = open("long")) {
      long before = System.nanoTime();
      fill(backlog, length);
      System.err.printf(
          "bench: queued %d messages in %.0f s%n", length, (System.nanoTime() - before) / 1e9);
      for (int i = 0; i < WARM_UP + ROUNDS; i++) {
        answerHead(backlog, KioskDrain.needed(SLICE) + 4 * KioskDrain.UNSETTLED);
        double ofMany = drain.rate(LONG_KIOSK, backlog, SLICE);
        double ofFew = fresh(drain, SLICE);
        if (i >= WARM_UP) {
          rounds.add(ofMany, ofFew);
        }
      }
    }
    return rounds.atLeast("drain-of-" + length + "/drain-of-" + KioskDrain.needed(SLICE), 0.9);
  }

  private interface Drained {
    double rate(String kiosk, SqliteOutbox outbox, int counted) throws Exception;
  }

  private static Drained measured(Spent time, Drained drained) {
    return (kiosk, outbox, counted) -> time.in(() -> drained.rate(kiosk, outbox, counted));
  }

  private double fresh(KioskDrain drain, int counted) throws Exception {
    return fresh(drain::rate, counted);
  }

  private double fresh(Drained drain, int counted) throws Exception {
    String kiosk = String.format("kiosk-%06d", ++kiosks);
    List<SignedEnvelope> messages = sample.messages(KioskDrain.needed(counted));
    receipts.make(kiosk, messages);
    try (SqliteOutbox outbox = open(kiosk)) {
      append(outbox, messages);
      return drain.rate(kiosk, outbox, counted);
    }
  }

  private SqliteOutbox open(String name) throws OutboxException, CryptoException {
    return LabQueue.open(work.resolve(name), 16_384);
  }

  /** Through the queue's own code; many writers share each commit. */
  private void fill(SqliteOutbox outbox, int length) throws Exception {
    int piece = 10_000;
    for (int left = length; left > 0; left -= piece) {
      append(outbox, sample.messages(Math.min(piece, left)));
    }
  }

  private static void append(SqliteOutbox outbox, List<SignedEnvelope> messages)
      throws InterruptedException {
    List<Thread> fillers = new ArrayList<>();
    for (int i = 0; i < FILLERS; i++) {
      int from = i;
      fillers.add(
          new Thread(
              () -> {
                try {
                  for (int at = from; at < messages.size(); at += FILLERS) {
                    outbox.append(messages.get(at));
                  }
                } catch (OutboxException e) {
                  throw new IllegalStateException(e);
                }
              },
              "filler-" + i));
    }
    fillers.forEach(Thread::start);
    for (Thread filler : fillers) {
      filler.join();
    }
  }

  private void answerHead(SqliteOutbox backlog, int count) throws Exception {
    long after = 0;
    for (int left = count; left > 0; left -= 100) {
      List<SignedEnvelope> head = new ArrayList<>();
      for (QueuedEnvelope queued : backlog.pending(Lane.NORMAL, after, 100)) {
        after = queued.sequence();
        head.add(queued.envelope());
      }
      receipts.make(LONG_KIOSK, head);
    }
  }

  @Override
  public void close() throws Exception {
    responder.close();
    broker.close();
  }
}
