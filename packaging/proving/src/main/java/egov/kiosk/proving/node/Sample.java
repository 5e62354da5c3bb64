package egov.kiosk.proving.node;

import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.transaction.FieldKind;
import egov.kiosk.domain.transaction.FormData;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.FormRejectedException;
import egov.kiosk.domain.transaction.LocalNumber;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Makes transactions of one service item, sealed as a kiosk seals them. */
final class Sample {
  private static final int LONGEST = 500;
  private static final List<FormQuestion> NOTES =
      IntStream.range(0, 6).mapToObj(i -> note("note" + i)).toList();
  private static final ServiceItem ITEM =
      new ServiceItem(
          "PROVING-1",
          "2026.11.1",
          "试验",
          "Trial",
          "试验",
          "3个工作日",
          OfflineClass.QUEUE_OK,
          IdentityLevel.NONE,
          Set.of(),
          List.of(),
          NOTES,
          Optional.empty());

  private final EnvelopeSealer sealer;

  Sample(EnvelopeSealer sealer) {
    this.sealer = sealer;
  }

  private static FormQuestion note(String name) {
    return new FormQuestion(
        name, "说明", "Note", "", FieldKind.TEXT, true, LONGEST, List.of(), Optional.empty());
  }

  /**
   * A sealed transaction.
   *
   * @param order the order key, empty for one that is bound to no other
   * @param number decides what is in it
   */
  SignedEnvelope seal(TransactionId id, Lane lane, Optional<String> order, long number)
      throws SealException, FormRejectedException {
    LocalNumber slip = new LocalNumber("%012d".formatted(number % 1_000_000_000_000L));
    String note = "x".repeat(1 + (int) (number * 31 % LONGEST));
    Map<String, String> answers = new TreeMap<>();
    NOTES.forEach(question -> answers.put(question.id(), note));
    SignedEnvelope sealed =
        sealer.seal(
            new Transaction(
                id,
                sealer.kioskId(),
                slip,
                Instant.parse("2026-11-21T08:00:00Z"),
                ITEM,
                Optional.empty(),
                List.of(),
                FormData.of(NOTES, answers, Optional.empty())));
    return new SignedEnvelope(
        sealed.id(),
        sealed.kind(),
        sealed.itemCode(),
        sealed.bytes(),
        HexFormat.of().parseHex(sealed.sm3()),
        new Label(lane, order, Optional.of(slip)));
  }
}
