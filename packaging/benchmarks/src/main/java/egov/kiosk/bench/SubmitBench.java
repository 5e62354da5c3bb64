package egov.kiosk.bench;

import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.envelope.Gbt35275EnvelopeSealer;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.trace.Ended;
import egov.kiosk.domain.trace.Room;
import egov.kiosk.domain.trace.SpanBook;
import egov.kiosk.domain.trace.Work;
import egov.kiosk.outboxsqlite.SqliteOutbox;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What a submit costs beyond its two unavoidable parts: seal and durable append as the desk does
 * them and tells how long they took, over a seal alone and a bare SQLite commit of the same bytes.
 */
final class SubmitBench {
  private static final int WARM_UP = 1_500;
  private static final int ROUNDS = 3_000;
  private static final String KIOSK = "bench-000001";

  private SubmitBench() {}

  static Ratio run(Path work) throws Exception {
    EnvelopeSealer sealer = sealer();
    Medians submit = new Medians();
    Medians seal = new Medians();
    Medians commit = new Medians();
    SpanBook spans = new SpanBook(Clock.systemUTC(), System::nanoTime);
    try (SqliteOutbox outbox = LabQueue.open(work.resolve("outbox"), 1024);
        BareCommit bare = new BareCommit(work.resolve("bare.db"))) {
      for (int i = 0; i < WARM_UP + ROUNDS; i++) {
        boolean counts = i >= WARM_UP;
        long t0 = System.nanoTime();
        SignedEnvelope sealed = sealer.seal(SampleTransaction.make(KIOSK, Instant.now()));
        Duration sealing = Duration.ofNanos(System.nanoTime() - t0);
        spans.over(sealed.id(), Room.KEYS, Work.SEAL, sealing, Ended.DONE);
        outbox.append(sealed);
        Duration committing = Duration.ofNanos(System.nanoTime() - t0).minus(sealing);
        spans.over(sealed.id(), Room.QUEUE, Work.COMMIT, committing, Ended.DONE);
        long t1 = System.nanoTime();
        SignedEnvelope envelope = sealer.seal(SampleTransaction.make(KIOSK, Instant.now()));
        long t2 = System.nanoTime();
        byte[] bytes = envelope.bytes();
        long t3 = System.nanoTime();
        bare.commit(envelope.id().value(), bytes);
        long t4 = System.nanoTime();
        if (counts) {
          submit.add((t1 - t0) / 1e6);
          seal.add((t2 - t1) / 1e6);
          commit.add((t4 - t3) / 1e6);
        }
      }
    }
    return Ratio.of("submit/seal+commit", submit.median(), seal.median() + commit.median(), 1.2);
  }

  private static EnvelopeSealer sealer() throws Exception {
    SecureRandom random = new SecureRandom();
    Instant from = Instant.now().minus(Duration.ofDays(1));
    Instant until = Instant.now().plus(Duration.ofDays(30));
    CertificateAuthority authority = CertificateAuthority.create("bench-ca", from, until, random);
    return new Gbt35275EnvelopeSealer(
        SoftwareSigningKey.of(authority.issue(KIOSK, CertificateUse.SIGN, from, until), random),
        authority.issue("platform-enc", CertificateUse.ENCRYPT, from, until).certificate(),
        new CanonicalMessageCodec(),
        Clock.systemUTC(),
        random);
  }
}
