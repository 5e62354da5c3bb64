package egov.kiosk.gateway.intake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.domain.envelope.MessageCodec;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.transaction.Rating;
import egov.kiosk.domain.transaction.RatingReason;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.attachment.AttachmentDesk;
import egov.kiosk.gateway.intake.Verdict.Kind;
import egov.kiosk.gateway.journal.JournalStore;
import egov.kiosk.gateway.keys.GatewayKeys;
import egov.kiosk.gateway.testing.GatewayLab;
import egov.kiosk.gateway.testing.Paper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** THREATS.md E05 and E11 on the platform's side, without the network. */
class IntakeTest {
  private static final String TOPIC_A = "egov/1/" + GatewayLab.A + "/up/tx/item";
  private static final Optional<String> NO_HINT = Optional.empty();

  @TempDir Path directory;

  private GatewayLab lab;
  private JournalStore store;
  private Intake intake;

  @BeforeEach
  void start() throws Exception {
    lab = GatewayLab.at(directory);
    open();
  }

  @AfterEach
  void stop() throws Exception {
    store.close();
  }

  @Test
  void message_ofTheRightKiosk_isAcceptedAndNumbered() throws Exception {
    SignedEnvelope envelope = transaction(GatewayLab.A);
    PlatformReceipt receipt = accepted(take(TOPIC_A, NO_HINT, envelope.bytes()));
    assertEquals(envelope.sm3(), receipt.envelopeSm3());
    assertTrue(receipt.acceptanceNumber().orElseThrow().endsWith("000001"));
    PlatformReceipt next = accepted(take(TOPIC_A, NO_HINT, transaction(GatewayLab.A).bytes()));
    assertTrue(next.acceptanceNumber().orElseThrow().endsWith("000002"));
  }

  @Test
  void anyBitFlipped_isRefusedInSilence() throws Exception {
    byte[] good = transaction(GatewayLab.A).bytes();
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      silent(take(TOPIC_A, NO_HINT, bad));
    }
    assertEquals(0, store.totals().transactions() + store.totals().ratings());
    accepted(take(TOPIC_A, NO_HINT, good));
  }

  @Test
  void noise_cutAndPadded_isRefusedInSilence() throws Exception {
    byte[] good = transaction(GatewayLab.A).bytes();
    silent(take(TOPIC_A, NO_HINT, new byte[0]));
    silent(take(TOPIC_A, NO_HINT, Arrays.copyOf(good, good.length - 1)));
    silent(take(TOPIC_A, NO_HINT, Arrays.copyOf(good, good.length + 1)));
    silent(take(TOPIC_A, NO_HINT, "{}".getBytes(StandardCharsets.UTF_8)));
    assertEquals("TOO_LARGE", silent(take(TOPIC_A, NO_HINT, new byte[64 * 1024 + 1])));
  }

  @Test
  void message_onAnothersTopic_isRefusedInSilence() throws Exception {
    byte[] ofB = transaction(GatewayLab.B).bytes();
    assertEquals("FOREIGN_SIGNER", silent(take(TOPIC_A, NO_HINT, ofB)));
    assertEquals("TOPIC", silent(take("egov/1/" + GatewayLab.B + "/up/evt", NO_HINT, ofB)));
  }

  @Test
  void message_ofAnUnknownAuthority_isRefusedInSilence() throws Exception {
    SecureRandom random = new SecureRandom();
    Instant now = Instant.now();
    CertificateAuthority stranger =
        CertificateAuthority.create(
            "laboratory-ca", now.minusSeconds(60), now.plus(Duration.ofDays(9)), random);
    IssuedKey forged =
        stranger.issue(
            GatewayLab.A, CertificateUse.SIGN, now.minusSeconds(60), now.plusSeconds(600));
    SignedEnvelope envelope = seal(forged, new CanonicalMessageCodec());
    silent(take(TOPIC_A, NO_HINT, envelope.bytes()));
  }

  @Test
  void message_ofAnExpiredKiosk_isTakenLateButNotForEver() throws Exception {
    IssuedKey expired = lab.key(GatewayLab.A, Instant.now().plusSeconds(60));
    SignedEnvelope envelope =
        lab.seal(expired, Paper.transaction(GatewayLab.A, GatewayLab.id(), "hello"));
    SignedEnvelope later = seal(expired, new CanonicalMessageCodec());
    store.close();
    open(Clock.offset(Clock.systemUTC(), Duration.ofDays(80)));
    accepted(take(TOPIC_A, NO_HINT, envelope.bytes()));
    store.close();
    open(Clock.offset(Clock.systemUTC(), Duration.ofDays(92)));
    assertEquals("CERTIFICATE_EXPIRED", silent(take(TOPIC_A, NO_HINT, later.bytes())));
  }

  @Test
  void message_ofARevokedKiosk_isRefusedInSilence() throws Exception {
    IssuedKey stolen = lab.key(GatewayLab.A);
    SignedEnvelope envelope = seal(stolen, new CanonicalMessageCodec());
    lab.revoke(stolen);
    store.close();
    open();
    assertEquals("CERTIFICATE_REVOKED", silent(take(TOPIC_A, NO_HINT, envelope.bytes())));
  }

  @Test
  void nonsense_signedByTheRightKiosk_isRejectedByName() throws Exception {
    SignedEnvelope envelope = sealed("{\"kind\":\"transaction\"}");
    String id = envelope.id().value();
    Verdict named = take(TOPIC_A, Optional.of(id), envelope.bytes());
    PlatformReceipt receipt = named.receipt().orElseThrow();
    assertEquals("MALFORMED", receipt.reason().orElseThrow());
    assertEquals(id, receipt.messageId().value());
    assertEquals(envelope.sm3(), receipt.envelopeSm3());
    silent(take(TOPIC_A, NO_HINT, envelope.bytes()));
    silent(take(TOPIC_A, Optional.of("../../etc"), envelope.bytes()));
    assertEquals(0, store.totals().transactions() + store.totals().ratings());
  }

  @Test
  void message_claimingAnotherKioskInside_isRejected() throws Exception {
    MessageCodec lying =
        new FixedCodec(
            new String(content(), StandardCharsets.UTF_8)
                .replace(GatewayLab.A, GatewayLab.B)
                .getBytes(StandardCharsets.UTF_8));
    Verdict verdict = take(TOPIC_A, NO_HINT, seal(keyOf(GatewayLab.A), lying).bytes());
    assertEquals("KIOSK_MISMATCH", verdict.receipt().orElseThrow().reason().orElseThrow());
    assertEquals(GatewayLab.A, verdict.receipt().get().kioskId());
    assertEquals(0, store.totals().transactions() + store.totals().ratings());
  }

  @Test
  void transaction_onTheRatingTopic_isRejected() throws Exception {
    Verdict verdict =
        take(
            "egov/1/" + GatewayLab.A + "/up/tx/rating", NO_HINT, transaction(GatewayLab.A).bytes());
    assertEquals("WRONG_TOPIC", verdict.receipt().orElseThrow().reason().orElseThrow());
  }

  @Test
  void sameId_sameBytes_getsTheSameReceipt_alsoAfterARestart() throws Exception {
    SignedEnvelope envelope = transaction(GatewayLab.A);
    PlatformReceipt first = accepted(take(TOPIC_A, NO_HINT, envelope.bytes()));
    Verdict again = take(TOPIC_A, NO_HINT, envelope.bytes());
    assertEquals(Kind.DUPLICATE, again.kind());
    assertEquals(first, again.receipt().orElseThrow());
    store.close();
    open();
    assertEquals(first, take(TOPIC_A, NO_HINT, envelope.bytes()).receipt().orElseThrow());
    PlatformReceipt next = accepted(take(TOPIC_A, NO_HINT, transaction(GatewayLab.A).bytes()));
    assertTrue(
        next.acceptanceNumber().orElseThrow().compareTo(first.acceptanceNumber().orElseThrow())
            > 0);
  }

  @Test
  void sameId_otherBytes_isAConflictAndChangesNothing() throws Exception {
    TransactionId id = TransactionId.create(Instant.now());
    SignedEnvelope first = transaction(GatewayLab.A, id, "first");
    accepted(take(TOPIC_A, NO_HINT, first.bytes()));
    SignedEnvelope altered = transaction(GatewayLab.A, id, "second");
    Verdict verdict = take(TOPIC_A, NO_HINT, altered.bytes());
    assertEquals("CONFLICT", verdict.receipt().orElseThrow().reason().orElseThrow());
    assertEquals(altered.sm3(), verdict.receipt().get().envelopeSm3());
    assertEquals(1, store.totals().transactions() + store.totals().ratings());
    assertArrayEquals(
        first.bytes(),
        Files.readAllBytes(directory.resolve("received").resolve(id.value() + ".p7m")));
  }

  private void open() throws Exception {
    open(Clock.systemUTC());
  }

  private void open(Clock clock) throws Exception {
    store = JournalStore.open(directory);
    GatewayKeys keys = GatewayKeys.read(lab.pki(), clock, new SecureRandom());
    intake =
        new Intake(
            new Inspection(keys.opener(), new CanonicalMessageCodec(), clock),
            store,
            AttachmentDesk.closed(),
            clock);
  }

  private Verdict take(String topic, Optional<String> hint, byte[] envelope) throws Exception {
    return intake.take(new Incoming(topic, hint, envelope, () -> {}));
  }

  private SignedEnvelope transaction(String kioskId) throws Exception {
    return transaction(kioskId, GatewayLab.id(), "hello");
  }

  private SignedEnvelope transaction(String kioskId, TransactionId id, String note)
      throws Exception {
    return lab.seal(lab.key(kioskId), Paper.transaction(kioskId, id, note));
  }

  private static PlatformReceipt accepted(Verdict verdict) {
    assertEquals(Kind.ACCEPTED, verdict.kind(), verdict::why);
    return verdict.receipt().orElseThrow();
  }

  private static String silent(Verdict verdict) {
    assertEquals(Kind.REFUSED, verdict.kind());
    assertTrue(verdict.receipt().isEmpty());
    return verdict.why();
  }

  private SignedEnvelope sealed(String content) throws Exception {
    return seal(keyOf(GatewayLab.A), new FixedCodec(content.getBytes(StandardCharsets.UTF_8)));
  }

  private IssuedKey keyOf(String kioskId) throws Exception {
    return lab.key(kioskId);
  }

  private SignedEnvelope seal(IssuedKey key, MessageCodec codec) throws Exception {
    return lab.sealer(key, codec).seal(Paper.rating(GatewayLab.A));
  }

  private byte[] content() {
    return new CanonicalMessageCodec().encode(Paper.rating(GatewayLab.A));
  }

  /** Encodes whatever it is given as these bytes. */
  private record FixedCodec(byte[] bytes) implements MessageCodec {
    @Override
    public byte[] encode(Transaction transaction) {
      return bytes.clone();
    }

    @Override
    public byte[] encode(Rating rating) {
      return bytes.clone();
    }

    @Override
    public byte[] encode(RatingReason reason) {
      return bytes.clone();
    }

    @Override
    public byte[] encodeReceipts(List<PlatformReceipt> receipts) {
      return bytes.clone();
    }

    @Override
    public List<PlatformReceipt> decodeReceipts(byte[] receipts) {
      throw new UnsupportedOperationException("only encodes");
    }
  }
}
