package egov.kiosk.bench.fleet;

import egov.kiosk.bench.sync.Province;
import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.contract.Topics;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.envelope.Sm2ReceiptVerifier;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Every kiosk submits sealed transactions; each is accepted once and answered. */
final class TransactionScenario {
  private static final long QUIET_SECONDS = 60;
  private static final int MOST_REPEATS = 3;

  private final Stage stage;
  private final List<Teller> tellers = new ArrayList<>();
  private final AtomicLong settled = new AtomicLong();
  private final AtomicLong again = new AtomicLong();
  private final AtomicLong wrong = new AtomicLong();
  private final AtomicLong verified = new AtomicLong();
  private long expected;
  private long repeated;

  TransactionScenario(Stage stage) throws Exception {
    this.stage = stage;
    CanonicalMessageCodec codec = new CanonicalMessageCodec();
    TrustStore trust = stage.province().trust();
    List<Callable<Teller>> making = new ArrayList<>();
    for (KioskLine line : stage.fleet().lines()) {
      making.add(
          () ->
              new Teller(
                  line,
                  stage.province().sealer(line.id()),
                  new Sm2ReceiptVerifier(
                      line.id(), trust, Province.PLATFORM, codec, Clock.systemUTC()),
                  codec));
    }
    for (Future<Teller> made : stage.fleet().desks().invokeAll(making)) {
      tellers.add(made.get());
    }
    stage.fleet().listen(this::received);
  }

  private void received(KioskLine line, String topic, byte[] payload) {
    if (!topic.equals(Topics.receipts(line.id()))) {
      wrong.incrementAndGet();
      return;
    }
    try {
      Teller.Settled brought = tellers.get(line.number()).receipts(payload);
      again.addAndGet(brought.again());
      wrong.addAndGet(brought.refused());
      verified.addAndGet(brought.verified() ? 1 : 0);
      settled.addAndGet(brought.fresh());
    } catch (Exception e) {
      wrong.incrementAndGet();
      System.err.println("bench: a receipt is not believed: " + e.getMessage());
    }
  }

  /**
   * One round.
   *
   * @param each how many transactions a kiosk submits
   * @param single whether a kiosk waits for each receipt, as at the counter, or submits all at
   *     once, as after an outage
   */
  void run(String name, int each, boolean single) throws Exception {
    long bytes = seal(each);
    long count = (long) each * tellers.size();
    expected += count;
    long documents = stage.gateway().figure("documents");
    Stage.Spent from = stage.spent();
    tellers.forEach(teller -> teller.begin(single));
    for (int i = 0;
        !Until.reached(settled::get, expected, QUIET_SECONDS) && i < MOST_REPEATS;
        i++) {
      repeated += tellers.stream().mapToInt(Teller::again).sum();
    }
    Stage.Spent spent = stage.spent().since(from);
    documents = stage.gateway().figure("documents") - documents;
    Figures figures = stage.figures();
    figures.require(
        settled.get() == expected, settled + " of " + expected + " transactions have receipts");
    figures.add(name + "/rate", count / spent.seconds(), "transactions/s");
    figures.add(name + "/envelope", bytes / (double) count, "bytes");
    figures.add(
        name + "/receipts-a-signature", count / (double) Math.max(1, documents), "receipts");
    figures.cost(name + "/gateway", spent.gateway(), count, "transaction");
    figures.cost(name + "/broker", spent.broker(), count, "transaction");
    figures.cost(name + "/database", spent.database(), count, "transaction");
    figures.cost(name + "/simulator", spent.simulator(), count, "transaction");
    figures.add(
        name + "/cores-used",
        (spent.gateway() + spent.broker() + spent.database() + spent.simulator()) / spent.seconds(),
        "cores");
  }

  private long seal(int each) throws Exception {
    List<Callable<Long>> sealing = new ArrayList<>();
    tellers.forEach(teller -> sealing.add(() -> teller.seal(each)));
    long bytes = 0;
    for (Future<Long> sealed : stage.fleet().desks().invokeAll(sealing)) {
      bytes += sealed.get();
    }
    return bytes;
  }

  /** Compares both ends: what kiosks hold receipts for is what the database has, each once. */
  void settle() throws Exception {
    Figures figures = stage.figures();
    Set<String> kiosks = new HashSet<>();
    tellers.forEach(teller -> kiosks.addAll(teller.settled()));
    Acceptances acceptances = Acceptances.of(stage.store());
    figures.require(acceptances.rows() == expected, acceptances.rows() + " rows, not " + expected);
    figures.require(acceptances.ids().equals(kiosks), "kiosks and database have other messages");
    figures.require(
        acceptances.numbers() == expected, acceptances.numbers() + " acceptance numbers differ");
    figures.require(wrong.get() == 0, wrong + " things came that are no receipt of ours");
    figures.require(
        again.get() == 0 || repeated > 0, again + " receipts came twice though nothing was asked");
    figures.add("tx/accepted-once", acceptances.rows(), "transactions");
    figures.add("tx/receipts-verified", verified.get(), "documents");
    figures.add("tx/submitted-again", repeated, "transactions");
  }
}
