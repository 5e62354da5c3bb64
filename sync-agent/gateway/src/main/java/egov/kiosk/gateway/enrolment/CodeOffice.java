package egov.kiosk.gateway.enrolment;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.enrolment.EnrolmentCode;
import egov.kiosk.domain.enrolment.KioskNames;
import egov.kiosk.enrolment.message.CodeKeys;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Where an operator has codes made. Safe for use by several threads. */
final class CodeOffice {
  static final Duration LONGEST = Duration.ofHours(72);

  private final EnrolmentBook book;
  private final DeskSecret secret;
  private final DeskAudit audit;
  private final InstantSource clock;
  private final SecureRandom random;

  CodeOffice(
      EnrolmentBook book,
      DeskSecret secret,
      DeskAudit audit,
      InstantSource clock,
      SecureRandom random) {
    this.book = book;
    this.secret = secret;
    this.audit = audit;
    this.clock = clock;
    this.random = random;
  }

  /**
   * What an operator wants.
   *
   * @param kioskId who the machine will be
   * @param machine the only machine it is for, or empty
   * @param transfer whether it takes the place of the machine that is this kiosk now
   * @param operator who asks
   * @param lasting how long the code counts
   */
  record Order(
      String kioskId, String machine, boolean transfer, String operator, Duration lasting) {
    Order {
      if (!KioskNames.free(kioskId)) {
        throw new IllegalArgumentException(
            "a kiosk id has 1 to 32 lower-case letters, digits and hyphens and is no name of the"
                + " platform's, of an authority or of a maker of seals");
      }
      if (!machine.matches("[0-9A-Za-z.-]{0,40}")) {
        throw new IllegalArgumentException(
            "a machine is named by up to 40 letters, digits, dots and hyphens");
      }
      if (!operator.matches("[0-9A-Za-z._-]{1,32}")) {
        throw new IllegalArgumentException("an operator's account has 1 to 32 plain characters");
      }
      if (lasting.isNegative() || lasting.isZero() || lasting.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("a code counts for 1 to 72 hours");
      }
    }
  }

  /**
   * Makes a code; one made before for the same kiosk and not used ends.
   *
   * @return shown to the operator once and kept nowhere
   * @throws IllegalArgumentException when the kiosk is enrolled and this is no transfer, or the
   *     other way round
   */
  EnrolmentCode make(Order order) throws IOException {
    EnrolmentCode code = EnrolmentCode.draw(random);
    CodeKeys keys = CodeKeys.of(code);
    Instant now = clock.instant();
    CodeRecord record =
        new CodeRecord(
            keys.id(),
            secret.seal(keys.id(), keys),
            order.kioskId(),
            order.machine(),
            order.transfer(),
            order.operator(),
            now.plus(order.lasting()),
            0,
            "",
            new byte[0]);
    boolean taken =
        book.alone(
            page -> {
              List<IssuedCertificate> issued = page.issued(order.kioskId());
              boolean living = issued.stream().anyMatch(one -> one.revoked().isEmpty());
              if (living && !order.transfer()) {
                return true;
              }
              page.forgetUnused(order.kioskId());
              page.keep(record);
              return false;
            });
    audit.record(
        AuditAction.ENROLMENT_CODE,
        taken ? AuditResult.REFUSED : AuditResult.DONE,
        order.kioskId(),
        order.operator(),
        taken ? "enrolled-already" : order.transfer() ? "transfer" : "first");
    if (taken) {
      throw new IllegalArgumentException(
          order.kioskId()
              + " is enrolled; a code for another machine in its place is a transfer, which shuts"
              + " the present one out");
    }
    return code;
  }
}
