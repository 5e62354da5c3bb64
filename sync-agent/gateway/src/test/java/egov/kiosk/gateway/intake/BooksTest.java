package egov.kiosk.gateway.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.contract.Topics;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.fleet.AttachmentManifest;
import egov.kiosk.domain.fleet.Incident;
import egov.kiosk.domain.fleet.Reconciliation;
import egov.kiosk.domain.fleet.Statement;
import egov.kiosk.domain.outbox.Reckoning;
import egov.kiosk.domain.outbox.SequenceRange;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.attachment.AttachmentDesk.Answer;
import egov.kiosk.gateway.intake.Verdict.Kind;
import egov.kiosk.gateway.journal.JournalStore;
import egov.kiosk.gateway.keys.GatewayKeys;
import egov.kiosk.gateway.store.Finding;
import egov.kiosk.gateway.testing.GatewayLab;
import egov.kiosk.gateway.testing.Paper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What kiosks say for themselves: books compared, incidents kept, manifests waiting. */
class BooksTest {
  @TempDir Path directory;

  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private GatewayLab lab;
  private IssuedKey key;
  private JournalStore store;
  private Intake intake;
  private Answer answer = Answer.LATER;
  private int asked;

  @BeforeEach
  void start() throws Exception {
    lab = GatewayLab.at(directory);
    key = lab.key(GatewayLab.A);
    store = JournalStore.open(directory.resolve("store"));
    Clock clock = Clock.systemUTC();
    intake =
        new Intake(
            new Inspection(
                GatewayKeys.read(lab.pki(), clock, new SecureRandom()).opener(),
                new CanonicalMessageCodec(),
                clock),
            store,
            (manifest, envelope) -> {
              asked++;
              return answer;
            },
            clock);
  }

  @AfterEach
  void stop() throws Exception {
    store.close();
  }

  @Test
  void books_thatAgree_match_andAreSaidOnce() throws Exception {
    TransactionId one = transact();
    TransactionId two = transact();
    SignedEnvelope books = seal(reconciliation(2, 2, 0, 0, List.of(one, two)));
    assertEquals(Kind.ACCEPTED, take(books).kind());
    Finding finding = store.finding(books.id()).orElseThrow();
    assertEquals("MATCH", finding.word());
    assertTrue(finding.detail().contains("settled=2"), finding::detail);
    transact();
    assertEquals(Kind.DUPLICATE, take(books).kind());
    assertEquals(finding, store.finding(books.id()).orElseThrow());
    assertEquals(1, store.totals().statements());
  }

  @Test
  void platform_aheadByWhatIsPending_awaitsReceipts() throws Exception {
    TransactionId one = transact();
    transact();
    SignedEnvelope books = seal(reconciliation(2, 1, 1, 0, List.of(one)));
    take(books);
    assertEquals("RECEIPTS_LATE", store.finding(books.id()).orElseThrow().word());
  }

  @Test
  void kiosk_thatSettledMoreThanThePlatformHas_differs() throws Exception {
    TransactionId one = transact();
    SignedEnvelope books = seal(reconciliation(2, 2, 0, 0, List.of(one, GatewayLab.id())));
    take(books);
    Finding finding = store.finding(books.id()).orElseThrow();
    assertEquals("DIFFERS", finding.word());
    assertTrue(finding.detail().contains("settled kiosk=2 platform=1"), finding::detail);
  }

  @Test
  void sameNumber_otherMessages_missingAndTooFewCreated_differ() throws Exception {
    transact();
    SignedEnvelope other = seal(reconciliation(1, 1, 0, 0, List.of(GatewayLab.id())));
    take(other);
    assertTrue(store.finding(other.id()).orElseThrow().detail().contains("not the same"));
    SignedEnvelope lost = seal(reconciliation(1, 0, 0, 1, List.of()));
    take(lost);
    String detail = store.finding(lost.id()).orElseThrow().detail();
    assertTrue(detail.contains("misses 1"), detail);
    assertTrue(detail.contains("created kiosk=1 accepted platform=2"), detail);
  }

  @Test
  void incident_isKept() throws Exception {
    SignedEnvelope incident =
        seal(
            new Incident(
                GatewayLab.id(),
                GatewayLab.A,
                Instant.now(),
                List.of(new SequenceRange(3, 5), new SequenceRange(9, 9))));
    assertEquals(Kind.ACCEPTED, take(incident).kind());
    Finding finding = store.finding(incident.id()).orElseThrow();
    assertEquals("INCIDENT", finding.word());
    assertTrue(finding.detail().endsWith("missing places: 4 in 3-5,9-9"), finding::detail);
  }

  @Test
  void manifest_waitsUntilComplete_thenIsAnsweredWithoutAskingAgain() throws Exception {
    SignedEnvelope manifest =
        seal(
            new AttachmentManifest(
                GatewayLab.id(),
                GatewayLab.A,
                GatewayLab.id(),
                "id-copy",
                "image/jpeg",
                5000,
                "0".repeat(64),
                1024,
                "0".repeat(32)));
    Verdict waiting = take(manifest);
    assertEquals(Kind.LATER, waiting.kind());
    assertEquals(Optional.empty(), waiting.receipt());
    assertEquals(0, store.totals().statements());
    answer = Answer.COMPLETE;
    assertEquals(Kind.ACCEPTED, take(manifest).kind());
    assertEquals(2, asked);
    answer = Answer.REFUSED;
    assertEquals(Kind.DUPLICATE, take(manifest).kind());
    assertEquals(2, asked);
  }

  @Test
  void manifest_thatCanNeverBe_isRefusedWithAReason() throws Exception {
    answer = Answer.REFUSED;
    SignedEnvelope manifest =
        seal(
            new AttachmentManifest(
                GatewayLab.id(),
                GatewayLab.A,
                GatewayLab.id(),
                "id-copy",
                "image/jpeg",
                1,
                "0".repeat(64),
                1024,
                "0".repeat(32)));
    assertEquals("ATTACHMENT", take(manifest).receipt().orElseThrow().reason().orElseThrow());
  }

  private TransactionId transact() throws Exception {
    TransactionId id = GatewayLab.id();
    take(lab.seal(key, Paper.transaction(GatewayLab.A, id, "hello")));
    return id;
  }

  private Verdict take(SignedEnvelope envelope) throws Exception {
    MessageKind kind = envelope.kind();
    return intake.take(
        new Incoming(
            Topics.transactions(GatewayLab.A, kind), Optional.empty(), envelope.bytes(), () -> {}));
  }

  private SignedEnvelope seal(Statement statement) throws Exception {
    return lab.seal(key, statement);
  }

  private Reconciliation reconciliation(
      long created, long settled, long pending, long missing, List<TransactionId> ids) {
    StringBuilder text = new StringBuilder();
    ids.stream().map(TransactionId::value).sorted().forEach(id -> text.append(id).append('\n'));
    String sm3 =
        HexFormat.of().formatHex(Sm3.digest(text.toString().getBytes(StandardCharsets.US_ASCII)));
    return new Reconciliation(
        GatewayLab.id(),
        GatewayLab.A,
        Instant.now(),
        new Reckoning(today, created, settled, pending, 0, missing, ids.size(), sm3));
  }
}
