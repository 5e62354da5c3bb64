package egov.kiosk.gateway.intake;

import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.fleet.Statement;
import egov.kiosk.domain.trace.Ended;
import egov.kiosk.domain.transaction.Enclosure;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.field.FieldReport;
import egov.kiosk.gateway.store.Candidate;
import java.util.List;
import java.util.Optional;

/**
 * A message after the checks that need no memory: refused, or a candidate.
 *
 * @param refused the verdict, when it is refused
 * @param candidate what may be taken, when it is not
 * @param statement what the kiosk says in it for itself, if it does
 * @param enclosures what a transaction names as sent beside it
 * @param field what a grid worker's message says about itself
 */
record Checked(
    Optional<Verdict> refused,
    Optional<Candidate> candidate,
    Optional<Statement> statement,
    List<Enclosure> enclosures,
    Optional<FieldReport> field) {
  /** Which message it is; empty when nobody is to be answered about it. */
  Optional<TransactionId> id() {
    return candidate
        .map(Candidate::id)
        .or(() -> refused.flatMap(Verdict::receipt).map(PlatformReceipt::messageId));
  }

  Ended ended() {
    return refused.isPresent() ? Ended.FAILED : Ended.DONE;
  }

  static Checked refused(Verdict verdict) {
    return new Checked(
        Optional.of(verdict), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
  }

  static Checked good(
      Candidate candidate,
      Optional<Statement> statement,
      List<Enclosure> enclosures,
      Optional<FieldReport> field) {
    return new Checked(Optional.empty(), Optional.of(candidate), statement, enclosures, field);
  }
}
