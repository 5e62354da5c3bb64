package egov.kiosk.gateway.attachment;

import egov.kiosk.domain.transaction.TransactionId;
import java.util.List;
import java.util.Objects;

/**
 * What a transaction named, compared with what arrived; immutable. Holds no personal data.
 *
 * @param kioskId whose
 * @param transaction which
 * @param word how it stands
 * @param missing names of enclosures that have not arrived
 * @param differing names of attachments that are not what the transaction named, or not named by it
 */
public record EnclosureState(
    String kioskId,
    TransactionId transaction,
    Word word,
    List<String> missing,
    List<String> differing) {
  /** How a transaction stands. */
  public enum Word {
    /** Everything it named is here, by its SM3, and nothing else. */
    COMPLETE,
    /** Something it named has not arrived yet. */
    INCOMPLETE,
    /** Something arrived that it did not name, or not so: a person must look. */
    DIFFERS,
    /** Attachments are here, and the transaction they belong to is not. */
    UNANNOUNCED
  }

  public EnclosureState {
    Objects.requireNonNull(kioskId, "kioskId");
    Objects.requireNonNull(transaction, "transaction");
    Objects.requireNonNull(word, "word");
    missing = List.copyOf(missing);
    differing = List.copyOf(differing);
  }

  /** For whoever must act. */
  @Override
  public String toString() {
    return kioskId
        + " "
        + transaction
        + " "
        + word
        + " missing="
        + String.join(",", missing)
        + " differing="
        + String.join(",", differing);
  }
}
