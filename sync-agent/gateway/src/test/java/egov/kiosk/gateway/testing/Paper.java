package egov.kiosk.gateway.testing;

import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.transaction.Enclosed;
import egov.kiosk.domain.transaction.Enclosure;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a citizen hands in. */
public final class Paper {
  private static final Instant WHEN = Instant.parse("2026-11-21T08:00:00Z");
  private static final FormQuestion NOTE =
      new FormQuestion(
          "note", "说明", "Note", "", FieldKind.TEXT, true, 500, List.of(), Optional.empty());
  private static final ServiceItem ITEM =
      new ServiceItem(
          "QUERY-1",
          "2026.11.1",
          "咨询",
          "Question",
          "咨询",
          "3个工作日",
          OfflineClass.QUEUE_OK,
          IdentityLevel.NONE,
          Set.of(),
          List.of(),
          List.of(NOTE),
          Optional.empty());

  private Paper() {}

  public static Transaction transaction(String kioskId, TransactionId id, String note)
      throws FormRejectedException {
    return new Transaction(
        id,
        kioskId,
        new LocalNumber("123456789012"),
        WHEN,
        ITEM,
        Optional.empty(),
        List.of(),
        FormData.of(List.of(NOTE), Map.of("note", note), Optional.empty()));
  }

  /** One of any item with these answers. */
  public static Transaction field(
      String kioskId, TransactionId id, String item, Map<String, String> form)
      throws FormRejectedException {
    List<FormQuestion> questions =
        form.keySet().stream()
            .sorted()
            .map(
                name ->
                    new FormQuestion(
                        name,
                        name,
                        name,
                        "",
                        FieldKind.TEXT,
                        false,
                        500,
                        List.of(),
                        Optional.empty()))
            .toList();
    ServiceItem asked =
        new ServiceItem(
            item,
            "1",
            "网格工作",
            "Grid work",
            "",
            "",
            OfflineClass.QUEUE_OK,
            IdentityLevel.NONE,
            Set.of(),
            List.of(),
            questions,
            Optional.empty());
    return new Transaction(
        id,
        kioskId,
        new LocalNumber("123456789012"),
        WHEN,
        asked,
        Optional.empty(),
        List.of(),
        FormData.of(questions, form, Optional.empty()));
  }

  /** One that names what is sent beside it. */
  public static Transaction enclosing(String kioskId, TransactionId id, List<Enclosure> enclosures)
      throws FormRejectedException {
    return new Transaction(
        id,
        kioskId,
        new LocalNumber("123456789012"),
        WHEN,
        ITEM,
        Optional.empty(),
        List.of(),
        FormData.of(List.of(NOTE), Map.of("note", "hello"), Optional.empty()),
        new Enclosed(enclosures, List.of(), Optional.empty()));
  }

  public static Rating rating(String kioskId) {
    return new Rating(GatewayLab.id(), kioskId, GatewayLab.id(), "QUERY-1", 4, WHEN);
  }
}
