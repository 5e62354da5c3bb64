package egov.kiosk.crypto.envelope;

import egov.kiosk.crypto.Lab;
import egov.kiosk.domain.citizen.CardLayout;
import egov.kiosk.domain.citizen.Consent;
import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.citizen.IdNumber;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.citizen.PersonName;
import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.domain.citizen.Sex;
import egov.kiosk.domain.citizen.VerifiedCitizen;
import egov.kiosk.domain.transaction.FormData;
import egov.kiosk.domain.transaction.FormRejectedException;
import egov.kiosk.domain.transaction.LocalNumber;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Transactions of people who do not exist. */
final class Citizens {
  static final IdNumber ONE = IdNumber.of("35010019000101999X");
  static final IdNumber OTHER = IdNumber.of("935840190001019983");

  private Citizens() {}

  static Transaction transaction(IdNumber number, String itemCode) throws FormRejectedException {
    ServiceItem item =
        new ServiceItem(
            itemCode,
            "2026.11.1",
            "意见建议",
            "Suggestions",
            "",
            "",
            OfflineClass.QUEUE_OK,
            IdentityLevel.NONE,
            Set.of(),
            List.of(),
            List.of(),
            Optional.empty());
    IdCard card =
        new IdCard(
            CardLayout.RESIDENT,
            new PersonName("测试"),
            Optional.empty(),
            Sex.FEMALE,
            "01",
            LocalDate.of(1900, 1, 1),
            "样例路1号",
            number,
            "样例公安局",
            LocalDate.of(2020, 1, 1),
            Optional.empty(),
            new Portrait(new byte[Portrait.BLOCK_BYTES]));
    return new Transaction(
        TransactionId.create(Lab.NOW),
        Lab.KIOSK,
        new LocalNumber("123456789012"),
        Lab.NOW,
        item,
        Optional.of(VerifiedCitizen.byCard(card)),
        List.of(new Consent(ConsentPurpose.DATA, "d-1", Lab.NOW)),
        FormData.of(List.of(), Map.of(), Optional.of(card)));
  }

  /** The same, for an item that is urgent. */
  static Transaction urgent(Transaction usual) {
    ServiceItem item = usual.item();
    ServiceItem urgent =
        new ServiceItem(
            item.code(),
            item.version(),
            item.name(),
            item.nameEnglish(),
            item.summary(),
            item.answerIn(),
            item.offlineClass(),
            item.identityLevel(),
            item.needs(),
            item.consents(),
            item.questions(),
            item.guide(),
            true);
    return new Transaction(
        usual.id(),
        usual.kioskId(),
        usual.localNumber(),
        usual.acceptedAt(),
        urgent,
        usual.citizen(),
        usual.consents(),
        usual.form());
  }
}
