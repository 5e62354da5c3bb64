package egov.kiosk.bench;

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
import egov.kiosk.domain.transaction.ConsentText;
import egov.kiosk.domain.transaction.DeviceNeed;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A transaction of usual size, of nobody who lives. */
public final class SampleTransaction {
  private static final FormQuestion PHONE =
      new FormQuestion(
          "phone", "手机号", "Phone", "", FieldKind.PHONE, true, 11, List.of(), Optional.empty());
  private static final ServiceItem ITEM =
      new ServiceItem(
          "BENCH",
          "1",
          "测试事项",
          "Bench item",
          "",
          "",
          OfflineClass.QUEUE_OK,
          IdentityLevel.CARD,
          Set.of(DeviceNeed.ID_CARD_READER),
          List.of(
              new ConsentText(ConsentPurpose.DATA, "bench-1", "同意", List.of("姓名"), "测试平台", "测试")),
          List.of(PHONE),
          Optional.empty());
  private static final IdCard CARD =
      new IdCard(
          CardLayout.RESIDENT,
          new PersonName("测试用"),
          Optional.empty(),
          Sex.MALE,
          "01",
          LocalDate.of(1900, 1, 1),
          "福建省福州市测试区样例路1号",
          IdNumber.of("35010019000101999X"),
          "样例公安局",
          LocalDate.of(2020, 1, 1),
          Optional.empty(),
          new Portrait(new byte[Portrait.BLOCK_BYTES]));

  private SampleTransaction() {}

  /** One of now, made by a kiosk. */
  public static Transaction make(String kioskId, Instant now) {
    try {
      return new Transaction(
          TransactionId.create(now),
          kioskId,
          new LocalNumber("350102600012"),
          now,
          ITEM,
          Optional.of(VerifiedCitizen.byCard(CARD)),
          List.of(new Consent(ConsentPurpose.DATA, "bench-1", now)),
          FormData.of(ITEM.questions(), Map.of("phone", "13800138000"), Optional.of(CARD)));
    } catch (FormRejectedException e) {
      throw new IllegalStateException("the sample fits its own form", e);
    }
  }
}
