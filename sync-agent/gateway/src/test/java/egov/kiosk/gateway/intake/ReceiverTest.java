package egov.kiosk.gateway.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.contract.Topics;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.envelope.ReceiptSigner;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.trace.Traces;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.TraceConsole;
import egov.kiosk.gateway.attachment.AttachmentDesk;
import egov.kiosk.gateway.journal.JournalStore;
import egov.kiosk.gateway.keys.GatewayKeys;
import egov.kiosk.gateway.line.Outlet;
import egov.kiosk.gateway.testing.GatewayLab;
import egov.kiosk.gateway.testing.Paper;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that end at the worst moment. */
class ReceiverTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir Path directory;

  private final AtomicInteger acknowledged = new AtomicInteger();

  /** As Paho does when its client is closed while it publishes. */
  private static final class FallingLine implements Outlet {
    private final AtomicInteger falls = new AtomicInteger();
    private final List<byte[]> sent = new CopyOnWriteArrayList<>();

    @Override
    public CompletionStage<Boolean> send(String topic, byte[] payload, boolean retained) {
      if (falls.getAndIncrement() == 0) {
        throw new NullPointerException("the client is gone");
      }
      sent.add(payload.clone());
      return CompletableFuture.completedFuture(true);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void lineFallsWhileAnswering_theThreadGoesOnAndTheMessageIsAnswered(int hands) throws Exception {
    GatewayLab lab = GatewayLab.at(directory);
    IssuedKey key = lab.key(GatewayLab.A);
    Clock clock = Clock.systemUTC();
    GatewayKeys keys = GatewayKeys.read(lab.pki(), clock, new SecureRandom());
    CanonicalMessageCodec codec = new CanonicalMessageCodec();
    FallingLine line = new FallingLine();
    SignedEnvelope first = lab.seal(key, transaction(GatewayLab.id()));
    SignedEnvelope second = lab.seal(key, transaction(GatewayLab.id()));
    try (JournalStore store = JournalStore.open(directory.resolve("store"));
        Receiver receiver =
            new Receiver(
                new Intake(
                    new Inspection(keys.opener(), codec, clock),
                    store,
                    AttachmentDesk.closed(),
                    clock),
                new ReceiptSigner(keys.signing(), codec),
                line,
                hands)) {
      assertTrue(receiver.offer(incoming(first)));
      Awaitility.await().atMost(PATIENCE).until(() -> line.falls.get() == 1);
      // Nobody acknowledged it, so the broker brings it again on the next connection.
      assertEquals(0, acknowledged.get());
      assertTrue(receiver.offer(incoming(first)));
      assertTrue(receiver.offer(incoming(second)));
      Awaitility.await().atMost(PATIENCE).until(() -> acknowledged.get() == 2);
      assertEquals(2, store.totals().transactions());
      assertEquals(
          List.of("VERIFY DONE", "RECORD ACCEPTED", "RECEIPT DONE"),
          words(receiver.traces(), second.id()));
      // The first answer fell with the line; the second says that it is known.
      List<String> twice = words(receiver.traces(), first.id());
      assertEquals(List.of("VERIFY DONE", "RECORD ACCEPTED"), twice.subList(0, 2));
      assertTrue(twice.contains("RECORD DUPLICATE"), twice.toString());
      String stranger = "trace " + GatewayLab.id();
      assertEquals("error unknown", new TraceConsole(receiver.traces()).answer(stranger));
      assertEquals("error unknown", new TraceConsole(receiver.traces()).answer("trace ../x"));
    }
    List<TransactionId> answered =
        line.sent.stream().flatMap(document -> receipts(lab, document).stream()).toList();
    assertTrue(answered.contains(first.id()) && answered.contains(second.id()));
  }

  private static List<String> words(Traces traces, TransactionId id) {
    return traces.of(id).stream().map(span -> span.work() + " " + span.outcome()).toList();
  }

  private static List<TransactionId> receipts(GatewayLab lab, byte[] document) {
    try {
      return lab.verifier(GatewayLab.A).verify(document).stream()
          .map(PlatformReceipt::messageId)
          .toList();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Transaction transaction(TransactionId id) throws Exception {
    return Paper.transaction(GatewayLab.A, id, "hello");
  }

  private Incoming incoming(SignedEnvelope envelope) {
    return new Incoming(
        Topics.transactions(GatewayLab.A, MessageKind.ITEM),
        Optional.of(envelope.id().value()),
        envelope.bytes(),
        acknowledged::incrementAndGet);
  }
}
