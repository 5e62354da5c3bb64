package egov.kiosk.gateway.intake;

import static egov.kiosk.domain.trace.Ended.DONE;
import static egov.kiosk.domain.trace.Ended.FAILED;

import egov.kiosk.contract.Topics;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.envelope.ReceiptSigner;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.trace.Room;
import egov.kiosk.domain.trace.SpanBook;
import egov.kiosk.domain.trace.Traces;
import egov.kiosk.domain.trace.Work;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.line.Outlet;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what the kiosks send and answers it, in two steps that run at the same time on threads
 * {@code gateway-open} and {@code gateway-record}: what has arrived is opened and checked on all
 * processors; then one transaction, its receipts in documents as {@link Answers} puts them
 * together, and the acknowledgements to the broker. A worker of one thread does both steps on the
 * first.
 *
 * <p>A message is acknowledged only when its answer is with the broker, so a crash anywhere in
 * between brings it back; the store then knows it. While the store cannot be reached nothing is
 * acknowledged. Where the broker refuses an answer the kiosk asks again; on a connection that is
 * gone an acknowledgement does nothing. No more than the link's receive maximum wait here.
 */
public final class Receiver implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
  private static final int FRAMES = 5;
  private static final int LARGEST_BATCH = 256;
  private static final int MOST_WAITING = 65_535;
  private static final long STOP_MILLIS = 3_000;
  private static final long PAUSE_MILLIS = 200;
  private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(10);

  private final Intake intake;
  private final ReceiptSigner signer;
  private final Outlet receipts;
  private final Crew crew;
  private final boolean alone;
  private final Answers answers = new Answers(System::nanoTime);
  private final Tally tally = new Tally(System::nanoTime);
  private final SpanBook spans = new SpanBook(InstantSource.system(), System::nanoTime);
  private final BlockingQueue<Incoming> inbox = new LinkedBlockingQueue<>(MOST_WAITING);
  private final BlockingQueue<Batch> opened = new ArrayBlockingQueue<>(1);
  private final Thread opening;
  private final Thread recording;
  private volatile boolean closed;

  /**
   * Starts to work.
   *
   * @param receipts where the answers go
   * @param hands how many processors to use for cryptography
   */
  public Receiver(Intake intake, ReceiptSigner signer, Outlet receipts, int hands) {
    this.intake = Objects.requireNonNull(intake, "intake");
    this.signer = Objects.requireNonNull(signer, "signer");
    this.receipts = Objects.requireNonNull(receipts, "receipts");
    crew = new Crew(hands);
    alone = hands == 1;
    opening = thread("gateway-open", this::open);
    recording = thread("gateway-record", this::record);
    opening.start();
    recording.start();
  }

  private record Batch(List<Incoming> messages, List<Checked> checked) {}

  private static final Batch NOTHING = new Batch(List.of(), List.of());

  /** Takes a message and returns at once; false when too many wait. */
  public boolean offer(Incoming incoming) {
    return !closed && inbox.offer(incoming);
  }

  /** The counts now. */
  public Statistics statistics() {
    return tally.now();
  }

  /** What became of which message when, of this worker's latest. */
  public Traces traces() {
    return spans;
  }

  @Override
  public void close() {
    closed = true;
    opening.interrupt();
    recording.interrupt();
    try {
      opening.join(STOP_MILLIS);
      recording.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    crew.close();
  }

  private void open() {
    steadily(
        () -> {
          Incoming first = alone ? inbox.poll(patience(), TimeUnit.NANOSECONDS) : inbox.take();
          List<Incoming> messages = new ArrayList<>();
          if (first != null) {
            messages.add(first);
            inbox.drainTo(messages, LARGEST_BATCH - 1);
          }
          Batch batch = new Batch(messages, crew.each(messages, this::check));
          if (alone) {
            answer(batch);
          } else {
            opened.put(batch);
          }
        });
  }

  private Checked check(Incoming incoming) {
    long began = System.nanoTime();
    Checked checked = intake.check(incoming);
    checked.id().ifPresent(id -> over(id, Work.VERIFY, began, checked.ended()));
    return checked;
  }

  private void over(TransactionId id, Work work, long began, Enum<?> outcome) {
    spans.over(id, Room.GATEWAY, work, Duration.ofNanos(System.nanoTime() - began), outcome);
  }

  private void record() {
    if (alone) {
      return;
    }
    steadily(
        () -> {
          Batch batch = opened.poll(patience(), TimeUnit.NANOSECONDS);
          answer(batch == null ? NOTHING : batch);
        });
  }

  private interface Turn {
    void take() throws InterruptedException;
  }

  /** Turn after turn until it is closed; one that fails ends no other. */
  private void steadily(Turn turn) {
    try {
      while (!closed) {
        try {
          turn.take();
        } catch (RuntimeException e) {
          // An error of the program. What it concerns was not acknowledged and comes again. Its
          // text stays out of the log: it may repeat what stood in a message.
          LOG.error(
              "A batch could not be dealt with; please report this: {} {}",
              e.getClass().getName(),
              Arrays.stream(e.getStackTrace()).limit(FRAMES).toList());
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("Closed; the broker keeps what was not answered");
    }
  }

  /** How long to wait for messages: until an answer that waits for others has to go. */
  private long patience() {
    return Math.min(answers.pause(), LONGEST_WAIT);
  }

  private List<Verdict> verdicts(Batch batch) throws InterruptedException {
    boolean said = false;
    long began = System.nanoTime();
    while (true) {
      try {
        List<Verdict> verdicts = intake.record(batch.checked());
        tally.count(batch.messages(), verdicts);
        for (int at = 0; at < verdicts.size(); at++) {
          Verdict.Kind outcome = verdicts.get(at).kind();
          batch.checked().get(at).id().ifPresent(id -> over(id, Work.RECORD, began, outcome));
        }
        return verdicts;
      } catch (IOException e) {
        if (closed) {
          throw new InterruptedException("closed while the store was away");
        }
        if (!said) {
          LOG.error(
              "{} messages cannot be recorded now and are not acknowledged: {}",
              batch.messages().size(),
              e.getMessage());
          said = true;
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    }
  }

  /** Decides about the batch, and sends what is to go now, of earlier batches too. */
  private void answer(Batch batch) throws InterruptedException {
    List<Verdict> verdicts = batch.messages().isEmpty() ? List.of() : verdicts(batch);
    for (int at = 0; at < verdicts.size(); at++) {
      Runnable acknowledgement = batch.messages().get(at).acknowledgement();
      verdicts
          .get(at)
          .receipt()
          .ifPresentOrElse(receipt -> answers.add(receipt, acknowledgement), acknowledgement);
    }
    List<Answers.Document> documents = answers.due();
    long began = System.nanoTime();
    List<Optional<byte[]>> signed = crew.each(documents, this::sign);
    tally.signed(documents.size());
    for (int at = 0; at < documents.size(); at++) {
      Answers.Document document = documents.get(at);
      if (signed.get(at).isEmpty()) {
        document.acknowledgements().forEach(Runnable::run);
      } else {
        receipts
            .send(Topics.receipts(document.kioskId()), signed.get(at).get(), false)
            .thenAccept(
                sent -> {
                  for (PlatformReceipt receipt : document.receipts()) {
                    over(receipt.messageId(), Work.RECEIPT, began, sent ? DONE : FAILED);
                  }
                  document.acknowledgements().forEach(Runnable::run);
                });
      }
    }
  }

  private Optional<byte[]> sign(Answers.Document document) {
    try {
      return Optional.of(signer.sign(document.receipts()));
    } catch (CryptoException e) {
      LOG.error("Receipts cannot be signed; kiosks ask again: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static Thread thread(String name, Runnable work) {
    Thread made = new Thread(work, name);
    made.setDaemon(true);
    return made;
  }
}
