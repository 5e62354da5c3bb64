package egov.kiosk.crypto.envelope;

import egov.kiosk.crypto.Lab;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.transaction.FieldKind;
import egov.kiosk.domain.transaction.FormData;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.FormRejectedException;
import egov.kiosk.domain.transaction.LocalNumber;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.Rating;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Messages to seal. */
public final class Sample {
  private static final FormQuestion NOTE =
      new FormQuestion(
          "note", "说明", "Note", "", FieldKind.TEXT, false, 500, List.of(), Optional.empty());

  private Sample() {}

  public static Transaction transaction(String kioskId, String note) {
    ServiceItem item =
        new ServiceItem(
            "item-1",
            "2026.11.1",
            "意见建议",
            "Suggestions",
            "",
            "",
            OfflineClass.QUEUE_OK,
            IdentityLevel.NONE,
            Set.of(),
            List.of(),
            List.of(NOTE),
            Optional.empty());
    try {
      return new Transaction(
          TransactionId.create(Lab.NOW),
          kioskId,
          new LocalNumber("123456789012"),
          Lab.NOW,
          item,
          Optional.empty(),
          List.of(),
          FormData.of(List.of(NOTE), Map.of("note", note), Optional.empty()));
    } catch (FormRejectedException e) {
      throw new AssertionError(e);
    }
  }

  public static Rating rating(String kioskId) {
    return new Rating(
        TransactionId.create(Lab.NOW),
        kioskId,
        TransactionId.create(Lab.NOW),
        "item-1",
        5,
        Lab.NOW);
  }

  public static PlatformReceipt receipt(String kioskId) {
    return new PlatformReceipt(
        kioskId,
        TransactionId.create(Lab.NOW),
        "ab".repeat(32),
        PlatformReceipt.Outcome.ACCEPTED,
        Optional.of("20260601-000001"),
        Optional.empty(),
        Lab.NOW);
  }
}
