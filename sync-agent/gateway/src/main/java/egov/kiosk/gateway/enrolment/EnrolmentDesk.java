package egov.kiosk.gateway.enrolment;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.sm.Sm2Encryption;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.enrolment.EnrolmentRefusal;
import egov.kiosk.domain.enrolment.KioskNames;
import egov.kiosk.enrolment.message.CodeKeys;
import egov.kiosk.enrolment.message.EnrolmentRequest;
import egov.kiosk.enrolment.message.Turns;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Judges what machines ask. Outside, every refusal is the same bytes; the reason is in the log and
 * the audit. Keeps nothing between the two turns of a machine but what the machine shows again, so
 * any desk can go on where another one stopped. Safe for use by several threads.
 */
final class EnrolmentDesk {
  /** So many attempts under a code's name fail before the code ends. */
  static final int MOST_FAILURES = 5;

  private final EnrolmentBook book;
  private final DeskSecret secret;
  private final Issuing issuing;
  private final DeskAudit audit;
  private final InstantSource clock;
  private final SecureRandom random;

  EnrolmentDesk(
      EnrolmentBook book,
      DeskSecret secret,
      DevelopmentAuthority authority,
      DeskAudit audit,
      InstantSource clock,
      SecureRandom random) {
    this.book = book;
    this.secret = secret;
    this.audit = audit;
    this.clock = clock;
    this.random = random;
    issuing = new Issuing(authority, audit, clock, random);
  }

  /** A machine's first turn: its request is judged, and it is asked for its proof. */
  byte[] begin(byte[] bytes) {
    return refusing(
        bytes,
        received -> {
          CodeKeys keys = book.alone(page -> judged(page, received)).get();
          byte[] ciphertext = new byte[0];
          if (received.request().encryption().isPresent()) {
            ciphertext =
                Sm2Encryption.encrypt(
                    received.request().encryption().get(),
                    secret.challenge(received.digest()),
                    random);
          }
          return Turns.challenge(keys, received.encoded(), ciphertext);
        });
  }

  /** A machine's second turn: with the proof its certificates are made, or given once more. */
  byte[] finish(byte[] bytes, byte[] proof) {
    return refusing(
        bytes,
        received ->
            book.alone(
                    page -> {
                      Judged judged = judged(page, received);
                      return judged.refusal().isPresent()
                          ? judged
                          : answered(page, received, judged, proof);
                    })
                .answer());
  }

  private Judged answered(
      EnrolmentBook.Page page, EnrolmentRequest.Received received, Judged judged, byte[] proof)
      throws IOException {
    byte[] opened =
        received.request().encryption().isPresent()
            ? secret.challenge(received.digest())
            : new byte[0];
    if (!Turns.proven(judged.keys(), received.encoded(), opened, proof)) {
      return failed(page, judged.code(), EnrolmentRefusal.NOT_PROVEN);
    }
    if (judged.code().used()) {
      // The answer was lost on the way: the very same request gets the very same answer.
      audit(received, AuditResult.DONE, "repeated", judged.code());
      return judged.with(judged.code().answer());
    }
    try {
      byte[] answer = issuing.issue(page, received, judged.code(), judged.keys());
      page.keep(judged.code().usedBy(received.digest(), answer));
      audit(received, AuditResult.DONE, "issued", judged.code());
      return judged.with(answer);
    } catch (CryptoException e) {
      throw new IOException("certificates cannot be issued: " + e.getMessage(), e);
    }
  }

  /** Everything but the proof. */
  private Judged judged(EnrolmentBook.Page page, EnrolmentRequest.Received received)
      throws IOException {
    EnrolmentRequest request = received.request();
    Optional<CodeRecord> found = page.code(request.codeId());
    if (found.isEmpty()) {
      return Judged.refused(EnrolmentRefusal.UNKNOWN_CODE);
    }
    CodeRecord code = found.get();
    CodeKeys keys;
    try {
      keys = secret.open(code.id(), code.sealedKeys());
    } catch (CryptoException e) {
      throw new IOException("the desk's secret is not the one codes were made with", e);
    }
    if (!received.madeWith(keys)) {
      return failed(page, code, EnrolmentRefusal.WRONG_CODE);
    }
    Optional<EnrolmentRefusal> objection = objection(received, code);
    if (objection.isPresent()) {
      return failed(page, code, objection.get());
    }
    return Judged.good(code, keys);
  }

  private Optional<EnrolmentRefusal> objection(
      EnrolmentRequest.Received received, CodeRecord code) {
    EnrolmentRequest request = received.request();
    if (code.used()) {
      return code.usedBy().equals(received.digest())
          ? Optional.empty()
          : Optional.of(EnrolmentRefusal.USED);
    }
    if (code.failures() >= MOST_FAILURES) {
      return Optional.of(EnrolmentRefusal.EXHAUSTED);
    }
    if (clock.instant().isAfter(code.until())) {
      return Optional.of(EnrolmentRefusal.EXPIRED);
    }
    if (!code.kioskId().equals(request.kioskId())) {
      return Optional.of(EnrolmentRefusal.FOREIGN_KIOSK);
    }
    if (!code.machine().isEmpty() && !code.machine().equals(request.machine())) {
      return Optional.of(EnrolmentRefusal.FOREIGN_MACHINE);
    }
    if (code.transfer() != request.transfer()) {
      return Optional.of(EnrolmentRefusal.NOT_THE_KIND);
    }
    if (!KioskNames.free(request.kioskId())
        || !request.signing().commonName().equals(request.kioskId())
        || issuing.taken(request.kioskId())) {
      return Optional.of(EnrolmentRefusal.RESERVED_NAME);
    }
    boolean two =
        request.encryption().map(key -> !key.equals(request.signing().publicKey())).orElse(true);
    return two ? Optional.empty() : Optional.of(EnrolmentRefusal.NOT_PROVEN);
  }

  /** Counts an attempt; kept, although the machine is refused. */
  private static Judged failed(EnrolmentBook.Page page, CodeRecord code, EnrolmentRefusal why)
      throws IOException {
    if (!code.used() && code.failures() < MOST_FAILURES) {
      page.keep(code.failedOnce());
    }
    return Judged.refused(why);
  }

  private interface Turn {
    byte[] take(EnrolmentRequest.Received received) throws IOException, RefusedTurn;
  }

  private byte[] refusing(byte[] bytes, Turn turn) {
    Optional<EnrolmentRequest.Received> received = EnrolmentRequest.parse(bytes);
    if (received.isEmpty()) {
      audit.stranger("", EnrolmentRefusal.MALFORMED);
      return Turns.refused();
    }
    String kioskId = received.get().request().kioskId();
    try {
      return turn.take(received.get());
    } catch (RefusedTurn e) {
      if (e.why() == EnrolmentRefusal.UNKNOWN_CODE) {
        audit.stranger(kioskId, e.why());
      } else {
        audit.record(AuditAction.ENROLMENT, AuditResult.REFUSED, kioskId, "", e.why().name());
      }
    } catch (IOException | RuntimeException e) {
      audit.record(
          AuditAction.ENROLMENT,
          AuditResult.FAILED,
          kioskId,
          "",
          EnrolmentRefusal.UNAVAILABLE.name());
      org.slf4j.LoggerFactory.getLogger(EnrolmentDesk.class)
          .error("An enrolment could not be done ({})", e.getClass().getSimpleName());
    }
    return Turns.refused();
  }

  private void audit(
      EnrolmentRequest.Received received, AuditResult result, String reason, CodeRecord code) {
    audit.record(
        AuditAction.ENROLMENT, result, received.request().kioskId(), code.operator(), reason);
  }
}
