package egov.kiosk.bench.sync;

import egov.kiosk.bench.LabQueue;
import egov.kiosk.bench.Medians;
import egov.kiosk.bench.Ratio;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.outboxsqlite.SqliteOutbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What it costs to accept a message durably. */
final class EnqueueBench implements AutoCloseable {
  private static final int WARM_UP = 4;
  private static final int ROUNDS = 21;
  private static final int BATCH = 300;

  /** A tenth of everything where a sync takes milliseconds. */
  private static final int SLOW = 10;

  private static final int WRITERS = 10;
  private static final int LATENCIES = 4_000;

  private final int share;
  private final String suffix;
  private final Sample sample = new Sample();
  private final SqliteOutbox outbox;
  private final PahoStore paho;
  private final BareStore bare;
  private final BareFile file;

  /**
   * @param slow whether every sync of this disk is made slow; the figures get other names then
   */
  EnqueueBench(Path work, boolean slow) throws Exception {
    share = slow ? SLOW : 1;
    suffix = slow ? "-on-slow-sync" : "";
    Files.createDirectories(work);
    outbox = LabQueue.open(work.resolve("outbox"), 4096);
    paho = new PahoStore(work.resolve("paho"));
    bare = new BareStore(work.resolve("bare.db"));
    file = new BareFile(work.resolve("bare.bin"));
  }

  /** One by one: against Paho's files, and against bare commits. */
  List<Ratio> oneByOne() throws Exception {
    Rounds againstPaho = new Rounds();
    Rounds againstSqlite = new Rounds();
    Rounds limit = new Rounds();
    Rounds floor = new Rounds();
    int batch = BATCH / share;
    for (int i = 0; i < WARM_UP + ROUNDS; i++) {
      double ours = rate(batch, 1, outbox::append);
      double commits = rate(batch, 1, bare::commit);
      double files = rate(batch, 1, message -> paho.put(message.bytes()));
      double writes = rate(batch, 1, message -> file.write(message.bytes()));
      if (i >= WARM_UP) {
        limit.add(commits, files);
        floor.add(writes, files);
        againstPaho.add(ours, files);
        againstSqlite.add(ours, commits);
      }
    }
    // What nothing durable can be faster than on this disk.
    System.err.println(limit.detail("sqlite-commits/paho-files" + suffix));
    System.err.println(floor.detail("write+fdatasync/paho-files" + suffix));
    return List.of(
        againstPaho.atLeast("enqueue/paho-files" + suffix, 3.0),
        againstSqlite.atLeast("enqueue/sqlite-commits" + suffix, 0.8));
  }

  /** Ten writers at once, against Paho's files. */
  Ratio tenWriters() throws Exception {
    Rounds locked = new Rounds();
    Rounds unlocked = new Rounds();
    for (int i = 0; i < WARM_UP + ROUNDS; i++) {
      double ours = rate(BATCH / share, WRITERS, outbox::append);
      int each = BATCH / share / WRITERS;
      double client = rate(each, WRITERS, message -> paho.put(message.bytes()));
      double free = rate(each, WRITERS, message -> paho.putUnlocked(message.bytes()));
      if (i >= WARM_UP) {
        locked.add(ours, client);
        unlocked.add(ours, free);
      }
    }
    System.err.println(unlocked.detail("enqueue-10-writers/paho-files-without-its-lock" + suffix));
    return locked.atLeast("enqueue-10-writers/paho-files" + suffix, 10.0);
  }

  /** The slow end: p99 of an append over p99 of a bare write and fdatasync. */
  Ratio latency() throws Exception {
    Medians ours = new Medians();
    Medians bareWrites = new Medians();
    List<SignedEnvelope> messages = sample.messages(LATENCIES / share);
    for (SignedEnvelope message : messages) {
      byte[] bytes = message.bytes();
      long t0 = System.nanoTime();
      outbox.append(message);
      long t1 = System.nanoTime();
      file.write(bytes);
      long t2 = System.nanoTime();
      ours.add((t1 - t0) / 1e6);
      bareWrites.add((t2 - t1) / 1e6);
    }
    System.err.println(
        Ratio.atMost(
                "enqueue-p50/write+fdatasync-p50" + suffix,
                ours.median() / bareWrites.median(),
                2.0,
                ours.median(),
                bareWrites.median(),
                "ms")
            .detailLine());
    double our99 = ours.percentile(0.99);
    double bare99 = bareWrites.percentile(0.99);
    return Ratio.atMost(
        "enqueue-p99/write+fdatasync-p99" + suffix, our99 / bare99, 2.0, our99, bare99, "ms");
  }

  private interface Store {
    void put(SignedEnvelope message) throws Exception;
  }

  /** Messages a second; making them is not counted. */
  private double rate(int each, int writers, Store store) throws Exception {
    List<Thread> threads = new ArrayList<>();
    List<Exception> failures = new ArrayList<>();
    for (int i = 0; i < writers; i++) {
      List<SignedEnvelope> messages = sample.messages(each);
      threads.add(
          new Thread(
              () -> {
                try {
                  for (SignedEnvelope message : messages) {
                    store.put(message);
                  }
                } catch (Exception e) {
                  synchronized (failures) {
                    failures.add(e);
                  }
                }
              },
              "writer-" + i));
    }
    long before = System.nanoTime();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    double seconds = (System.nanoTime() - before) / 1e9;
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
    return each * writers / seconds;
  }

  @Override
  public void close() throws Exception {
    outbox.close();
    paho.close();
    bare.close();
    file.close();
  }
}
