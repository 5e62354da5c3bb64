package egov.kiosk.platform.intake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.envelope.EnvelopeOpener;
import egov.kiosk.crypto.envelope.Gbt35275EnvelopeSealer;
import egov.kiosk.domain.envelope.MessageCodec;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.transaction.Rating;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.platform.Lab;
import egov.kiosk.platform.intake.Verdict.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** THREATS.md E05 and E11 on the platform's side, without the network. */
class IntakeTest {
  private static final String TOPIC_A = "egov/1/" + Lab.A + "/up/tx/item";
  private static final Optional<String> NO_HINT = Optional.empty();

  @TempDir Path directory;

  private Lab lab;
  private AcceptedJournal journal;
  private Intake intake;

  @BeforeEach
  void start() throws Exception {
    lab = Lab.at(directory);
    open();
  }

  @AfterEach
  void stop() throws Exception {
    journal.close();
  }

  @Test
  void message_ofTheRightKiosk_isAcceptedAndNumbered() throws Exception {
    SignedEnvelope envelope = lab.transaction(Lab.A);
    PlatformReceipt receipt = accepted(intake.take(TOPIC_A, NO_HINT, envelope.bytes()));
    assertEquals(envelope.sm3(), receipt.envelopeSm3());
    assertTrue(receipt.acceptanceNumber().orElseThrow().endsWith("000001"));
    PlatformReceipt next = accepted(intake.take(TOPIC_A, NO_HINT, lab.transaction(Lab.A).bytes()));
    assertTrue(next.acceptanceNumber().orElseThrow().endsWith("000002"));
  }

  @Test
  void anyBitFlipped_isRefusedInSilence() throws Exception {
    byte[] good = lab.transaction(Lab.A).bytes();
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      silent(intake.take(TOPIC_A, NO_HINT, bad));
    }
    assertEquals(0, journal.all().size());
    accepted(intake.take(TOPIC_A, NO_HINT, good));
  }

  @Test
  void noise_cutAndPadded_isRefusedInSilence() throws Exception {
    byte[] good = lab.transaction(Lab.A).bytes();
    silent(intake.take(TOPIC_A, NO_HINT, new byte[0]));
    silent(intake.take(TOPIC_A, NO_HINT, Arrays.copyOf(good, good.length - 1)));
    silent(intake.take(TOPIC_A, NO_HINT, Arrays.copyOf(good, good.length + 1)));
    silent(intake.take(TOPIC_A, NO_HINT, "{}".getBytes(StandardCharsets.UTF_8)));
    assertEquals("TOO_LARGE", silent(intake.take(TOPIC_A, NO_HINT, new byte[64 * 1024 + 1])));
  }

  @Test
  void message_onAnothersTopic_isRefusedInSilence() throws Exception {
    byte[] ofB = lab.transaction(Lab.B).bytes();
    assertEquals("FOREIGN_SIGNER", silent(intake.take(TOPIC_A, NO_HINT, ofB)));
    assertEquals("TOPIC", silent(intake.take("egov/1/" + Lab.B + "/up/evt", NO_HINT, ofB)));
  }

  @Test
  void message_ofAnUnknownAuthority_isRefusedInSilence() throws Exception {
    SecureRandom random = new SecureRandom();
    Instant now = Instant.now();
    CertificateAuthority stranger =
        CertificateAuthority.create(
            "laboratory-ca", now.minusSeconds(60), now.plus(Duration.ofDays(9)), random);
    IssuedKey forged =
        stranger.issue(Lab.A, CertificateUse.SIGN, now.minusSeconds(60), now.plusSeconds(600));
    SignedEnvelope envelope = seal(forged, new CanonicalMessageCodec());
    silent(intake.take(TOPIC_A, NO_HINT, envelope.bytes()));
  }

  @Test
  void message_ofAnExpiredKiosk_isRefusedInSilence() throws Exception {
    SecureRandom random = new SecureRandom();
    IssuedKey expired =
        CertificateAuthority.of(
                new IssuedKey(
                    PemFiles.readKey(lab.pki().resolve("ca.key")),
                    PemFiles.readCertificate(lab.pki().resolve("ca.pem"))),
                random)
            .issue(
                Lab.A,
                CertificateUse.SIGN,
                Instant.now().minusSeconds(600),
                Instant.now().plusSeconds(60));
    SignedEnvelope envelope = seal(expired, new CanonicalMessageCodec());
    journal.close();
    open(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5)));
    assertEquals("CERTIFICATE_EXPIRED", silent(intake.take(TOPIC_A, NO_HINT, envelope.bytes())));
  }

  @Test
  void nonsense_signedByTheRightKiosk_isRejectedByName() throws Exception {
    SignedEnvelope envelope = sealed("{\"kind\":\"transaction\"}");
    String id = envelope.id().value();
    Verdict named = intake.take(TOPIC_A, Optional.of(id), envelope.bytes());
    PlatformReceipt receipt = named.receipt().orElseThrow();
    assertEquals("MALFORMED", receipt.reason().orElseThrow());
    assertEquals(id, receipt.messageId().value());
    assertEquals(envelope.sm3(), receipt.envelopeSm3());
    silent(intake.take(TOPIC_A, NO_HINT, envelope.bytes()));
    silent(intake.take(TOPIC_A, Optional.of("../../etc"), envelope.bytes()));
    assertEquals(0, journal.all().size());
  }

  @Test
  void message_claimingAnotherKioskInside_isRejected() throws Exception {
    MessageCodec lying =
        new FixedCodec(
            new String(content(), StandardCharsets.UTF_8)
                .replace(Lab.A, Lab.B)
                .getBytes(StandardCharsets.UTF_8));
    Verdict verdict = intake.take(TOPIC_A, NO_HINT, seal(keyOf(Lab.A), lying).bytes());
    assertEquals("KIOSK_MISMATCH", verdict.receipt().orElseThrow().reason().orElseThrow());
    assertEquals(Lab.A, verdict.receipt().get().kioskId());
    assertEquals(0, journal.all().size());
  }

  @Test
  void transaction_onTheRatingTopic_isRejected() throws Exception {
    Verdict verdict =
        intake.take("egov/1/" + Lab.A + "/up/tx/rating", NO_HINT, lab.transaction(Lab.A).bytes());
    assertEquals("WRONG_TOPIC", verdict.receipt().orElseThrow().reason().orElseThrow());
  }

  @Test
  void sameId_sameBytes_getsTheSameReceipt_alsoAfterARestart() throws Exception {
    SignedEnvelope envelope = lab.transaction(Lab.A);
    PlatformReceipt first = accepted(intake.take(TOPIC_A, NO_HINT, envelope.bytes()));
    Verdict again = intake.take(TOPIC_A, NO_HINT, envelope.bytes());
    assertEquals(Kind.DUPLICATE, again.kind());
    assertEquals(first, again.receipt().orElseThrow());
    journal.close();
    open();
    assertEquals(first, intake.take(TOPIC_A, NO_HINT, envelope.bytes()).receipt().orElseThrow());
    PlatformReceipt next = accepted(intake.take(TOPIC_A, NO_HINT, lab.transaction(Lab.A).bytes()));
    assertTrue(
        next.acceptanceNumber().orElseThrow().compareTo(first.acceptanceNumber().orElseThrow())
            > 0);
  }

  @Test
  void sameId_otherBytes_isAConflictAndChangesNothing() throws Exception {
    TransactionId id = TransactionId.create(Instant.now());
    SignedEnvelope first = lab.transaction(Lab.A, id, "first");
    accepted(intake.take(TOPIC_A, NO_HINT, first.bytes()));
    SignedEnvelope altered = lab.transaction(Lab.A, id, "second");
    Verdict verdict = intake.take(TOPIC_A, NO_HINT, altered.bytes());
    assertEquals("CONFLICT", verdict.receipt().orElseThrow().reason().orElseThrow());
    assertEquals(altered.sm3(), verdict.receipt().get().envelopeSm3());
    assertEquals(1, journal.all().size());
    assertArrayEquals(
        first.bytes(),
        Files.readAllBytes(directory.resolve("received").resolve(id.value() + ".p7m")));
  }

  private void open() throws Exception {
    open(Clock.systemUTC());
  }

  private void open(Clock clock) throws Exception {
    journal = AcceptedJournal.open(directory.resolve("accepted.jsonl"));
    EnvelopeOpener opener =
        new EnvelopeOpener(
            new IssuedKey(
                PemFiles.readKey(lab.pki().resolve("platform-enc.key")),
                PemFiles.readCertificate(lab.pki().resolve("platform-enc.pem"))),
            TrustStore.of(PemFiles.readCertificates(lab.pki().resolve("ca.pem"))),
            clock);
    intake =
        new Intake(
            opener,
            new CanonicalMessageCodec(),
            journal,
            new ReceivedFiles(directory.resolve("received")),
            clock);
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
    return seal(keyOf(Lab.A), new FixedCodec(content.getBytes(StandardCharsets.UTF_8)));
  }

  private IssuedKey keyOf(String kioskId) throws Exception {
    Path kiosks = lab.pki().resolve("kiosk");
    return new IssuedKey(
        PemFiles.readKey(kiosks.resolve(kioskId + ".key")),
        PemFiles.readCertificate(kiosks.resolve(kioskId + ".pem")));
  }

  private SignedEnvelope seal(IssuedKey key, MessageCodec codec) throws Exception {
    SecureRandom random = new SecureRandom();
    return new Gbt35275EnvelopeSealer(
            SoftwareSigningKey.of(key, random),
            PemFiles.readCertificate(lab.pki().resolve("platform-enc.pem")),
            codec,
            Clock.systemUTC(),
            random)
        .seal(rating());
  }

  private byte[] content() {
    return new CanonicalMessageCodec().encode(rating());
  }

  private static Rating rating() {
    return new Rating(
        TransactionId.create(Instant.now()),
        Lab.A,
        TransactionId.create(Instant.now()),
        "QUERY-1",
        4,
        Instant.parse("2026-11-21T08:00:00Z"));
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
    public byte[] encode(PlatformReceipt receipt) {
      return bytes.clone();
    }

    @Override
    public PlatformReceipt decodeReceipt(byte[] receipt) {
      throw new UnsupportedOperationException("only encodes");
    }
  }
}
