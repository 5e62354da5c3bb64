package egov.kiosk.domain.field;

import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.citizen.ConsentAnswer;
import egov.kiosk.domain.transaction.LocalNumber;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a grid worker is writing (草稿). On the disk after every key that is pressed. Once it is
 * {@linkplain #handedIn handed in} nothing of it changes any more, and every further try makes the
 * same transaction of it. Immutable; shows no answer.
 *
 * @param id the identity of the transaction it becomes
 * @param kind what it becomes
 * @param badge whose it is
 * @param task the task it answers
 * @param household the household it is about
 * @param itemCode the catalogue's entry, for {@link DraftKind#FORM}
 * @param begunAt when it was begun
 * @param answers what was typed or chosen so far, right or wrong, by field
 * @param bases what the household's fields were before the worker changed them
 * @param pieces what goes with it
 * @param consent what the resident said to the wording, and when
 * @param handedIn its number and moment, once it is handed in
 */
public record Draft(
    TransactionId id,
    DraftKind kind,
    Badge badge,
    Optional<FieldId> task,
    Optional<FieldId> household,
    Optional<String> itemCode,
    Instant begunAt,
    Map<String, String> answers,
    Map<String, String> bases,
    List<Piece> pieces,
    Optional<Agreed> consent,
    Optional<HandedIn> handedIn) {
  /** The resident's answer. */
  public record Agreed(ConsentAnswer answer, Instant at) {
    public Agreed {
      Objects.requireNonNull(answer, "answer");
      Objects.requireNonNull(at, "at");
    }
  }

  /** Number and moment of the transaction. */
  public record HandedIn(LocalNumber number, Instant at) {
    public HandedIn {
      Objects.requireNonNull(number, "number");
      Objects.requireNonNull(at, "at");
    }
  }

  public Draft {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(badge, "badge");
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(household, "household");
    Objects.requireNonNull(itemCode, "itemCode");
    Objects.requireNonNull(begunAt, "begunAt");
    answers = Map.copyOf(answers);
    bases = Map.copyOf(bases);
    pieces = List.copyOf(pieces);
    Objects.requireNonNull(consent, "consent");
    Objects.requireNonNull(handedIn, "handedIn");
  }

  /** The same with other answers; {@code before} tells what changed fields were. */
  public Draft answers(Map<String, String> all, Map<String, String> before) {
    return new Draft(
        id, kind, badge, task, household, itemCode, begunAt, all, before, pieces, consent,
        handedIn);
  }

  /** The same with other pieces. */
  public Draft pieces(List<Piece> all) {
    return new Draft(
        id, kind, badge, task, household, itemCode, begunAt, answers, bases, all, consent,
        handedIn);
  }

  /** The same with the resident's answer. */
  public Draft consent(Optional<Agreed> said) {
    return new Draft(
        id, kind, badge, task, household, itemCode, begunAt, answers, bases, pieces, said,
        handedIn);
  }

  /** The same, handed in. */
  public Draft handedIn(HandedIn now) {
    return new Draft(
        id,
        kind,
        badge,
        task,
        household,
        itemCode,
        begunAt,
        answers,
        bases,
        pieces,
        consent,
        Optional.of(now));
  }

  @Override
  public String toString() {
    return "Draft[" + id + " " + kind + "]";
  }
}
