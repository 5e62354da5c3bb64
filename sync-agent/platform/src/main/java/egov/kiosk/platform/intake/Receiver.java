package egov.kiosk.platform.intake;

import egov.kiosk.contract.Topics;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.envelope.ReceiptSigner;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.uplinkmqtt.link.InboundMessage;
import egov.kiosk.uplinkmqtt.link.LinkListener;
import egov.kiosk.uplinkmqtt.link.LinkOptions;
import egov.kiosk.uplinkmqtt.link.MqttLink;
import egov.kiosk.uplinkmqtt.link.Publication;
import egov.kiosk.uplinkmqtt.link.ServerLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what the kiosks send and answers it. A message is acknowledged to the broker only when its
 * answer is with the broker, so a crash anywhere in between brings it back; the intake then knows
 * it. No more than the link's receive maximum wait here.
 */
public final class Receiver implements LinkListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
  private static final Duration STOP = Duration.ofSeconds(4);

  private final Intake intake;
  private final AcceptedJournal journal;
  private final ReceiptSigner signer;
  private final ExecutorService worker;
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong duplicates = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private MqttLink link;

  public Receiver(Intake intake, AcceptedJournal journal, ReceiptSigner signer) {
    this.intake = Objects.requireNonNull(intake, "intake");
    this.journal = Objects.requireNonNull(journal, "journal");
    this.signer = Objects.requireNonNull(signer, "signer");
    worker =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread made = new Thread(task, "platform-receiver");
              made.setDaemon(true);
              return made;
            });
  }

  /** Starts to receive and returns at once. */
  public synchronized void start(LinkOptions options) {
    start(listener -> MqttLink.open(options.subscribing(Topics.PLATFORM_SUBSCRIPTION), listener));
  }

  synchronized void start(Function<LinkListener, MqttLink> opening) {
    link = opening.apply(this);
  }

  /** Whether it listens now. */
  public synchronized boolean connected() {
    return link != null && link.connected();
  }

  /** The counts now. */
  public Statistics statistics() {
    long ratings =
        journal.all().stream().filter(entry -> entry.kind() == MessageKind.RATING).count();
    return new Statistics(
        received.get(), journal.all().size() - ratings, duplicates.get(), refused.get(), ratings);
  }

  @Override
  public void connected(ServerLimits limits) {
    LOG.info("The receiver listens");
  }

  @Override
  public void disconnected(String reason) {
    LOG.info("The receiver does not listen: {}", reason);
  }

  @Override
  public void received(InboundMessage message) {
    try {
      worker.execute(() -> handle(message));
    } catch (RejectedExecutionException e) {
      LOG.debug("Closed; the broker keeps the message");
    }
  }

  @Override
  public void close() {
    MqttLink last;
    synchronized (this) {
      last = link;
      link = null;
    }
    if (last != null) {
      last.close(STOP);
    }
    worker.shutdown();
    try {
      if (!worker.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException e) {
      worker.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void handle(InboundMessage message) {
    Verdict verdict;
    try {
      verdict = intake.take(message.topic(), message.messageId(), message.payload());
    } catch (IOException e) {
      LOG.error("A message could not be recorded; its kiosk sends it again: {}", e.getMessage());
      message.acknowledge();
      return;
    }
    received.incrementAndGet();
    switch (verdict.kind()) {
      case ACCEPTED -> LOG.info("accepted {}", verdict.receipt().orElseThrow().messageId());
      case DUPLICATE -> duplicates.incrementAndGet();
      case REFUSED -> {
        refused.incrementAndGet();
        LOG.warn(
            "refused kiosk={} reason={}",
            Topics.kioskOfTransactions(message.topic()).orElse("(other topic)"),
            verdict.why());
      }
    }
    if (verdict.receipt().isPresent()) {
      answer(verdict.receipt().get(), message);
    } else {
      message.acknowledge();
    }
  }

  private void answer(PlatformReceipt receipt, InboundMessage message) {
    byte[] signed;
    try {
      signed = signer.sign(receipt);
    } catch (CryptoException e) {
      LOG.error("Receipts cannot be signed: {}", e.getMessage());
      message.acknowledge();
      return;
    }
    MqttLink current;
    synchronized (this) {
      current = link;
    }
    if (current == null) {
      return;
    }
    current
        .publish(Publication.of(Topics.receipts(receipt.kioskId()), signed))
        .whenComplete(
            (code, failure) -> {
              if (failure == null) {
                message.acknowledge();
              }
            });
  }
}
