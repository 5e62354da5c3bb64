package egov.kiosk.domain.print;

import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One entry of the print ledger. Says nothing about a citizen.
 *
 * @param id 32 hexadecimal digits, also the job's name at the printer
 * @param transactionId the transaction it belongs to
 * @param kind slip or copy
 * @param digest SM3 of what was to be printed, 64 hexadecimal digits
 * @param pages how many sheets
 * @param state what became of it
 * @param fault why it is not PRINTED, where a device said so
 * @param begun when it began
 * @param answer what a person saw; once given it never changes
 */
public record PrintJob(
    String id,
    TransactionId transactionId,
    PrintKind kind,
    String digest,
    int pages,
    PrintState state,
    Optional<FaultCode> fault,
    Instant begun,
    Optional<PrintAnswer> answer) {
  public PrintJob {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(transactionId, "transactionId");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(fault, "fault");
    Objects.requireNonNull(begun, "begun");
    Objects.requireNonNull(answer, "answer");
  }

  /** Whether a person must still look. */
  public boolean asks() {
    return state == PrintState.ASK && answer.isEmpty();
  }

  /** Whether the same may be printed once more: certainly nothing came out. */
  public boolean mayBeRepeated() {
    return state == PrintState.NOT_PRINTED
        || (state == PrintState.ASK && answer.map(given -> !given.paperCame()).orElse(false));
  }
}
