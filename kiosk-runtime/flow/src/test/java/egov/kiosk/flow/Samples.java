package egov.kiosk.flow;

import egov.kiosk.domain.citizen.CardLayout;
import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.citizen.IdNumber;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.citizen.PersonName;
import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.domain.citizen.Sex;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.transaction.CardField;
import egov.kiosk.domain.transaction.Choice;
import egov.kiosk.domain.transaction.ConsentText;
import egov.kiosk.domain.transaction.DeviceNeed;
import egov.kiosk.domain.transaction.FieldKind;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.Guide;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.flow.desk.Front;
import egov.kiosk.flow.surroundings.IdleTable;
import egov.kiosk.flow.surroundings.OpeningHours;
import egov.kiosk.flow.surroundings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Items and cards for tests; nobody is real. */
final class Samples {
  static final String NAME = "张标记";
  static final String NUMBER = "11010519491231002X";
  static final String ADDRESS = "标记县标记村1号";
  static final String PHONE = "13800001234";

  static final ConsentText DATA =
      new ConsentText(ConsentPurpose.DATA, "data-1", "用您的信息", List.of("姓名"), "平台", "全文");
  static final ConsentText FACE =
      new ConsentText(ConsentPurpose.FACE, "face-1", "比一下脸", List.of("脸"), "本机", "全文");

  static final FormQuestion CARD_NAME =
      new FormQuestion(
          "name",
          "姓名",
          "Name",
          "",
          FieldKind.TEXT,
          true,
          50,
          List.of(),
          Optional.of(CardField.NAME));
  static final FormQuestion PHONE_QUESTION =
      new FormQuestion(
          "phone", "手机号", "Phone", "", FieldKind.PHONE, true, 11, List.of(), Optional.empty());
  static final FormQuestion LIVING =
      new FormQuestion(
          "living",
          "和谁住",
          "Living",
          "",
          FieldKind.CHOICE,
          true,
          64,
          List.of(new Choice("ALONE", "自己住"), new Choice("FAMILY", "和家人住")),
          Optional.empty());

  public static final ServiceItem PENSION =
      item(
          "PENSION",
          OfflineClass.QUEUE_OK,
          IdentityLevel.VERIFIED,
          Set.of(),
          List.of(DATA, FACE),
          List.of(CARD_NAME, PHONE_QUESTION, LIVING));
  static final ServiceItem SENIOR =
      item(
          "SENIOR",
          OfflineClass.QUEUE_OK,
          IdentityLevel.CARD,
          Set.of(DeviceNeed.PRINTER),
          List.of(DATA),
          List.of(CARD_NAME));
  static final ServiceItem CERTIFICATE =
      item(
          "CERTIFICATE",
          OfflineClass.ONLINE_ONLY,
          IdentityLevel.VERIFIED,
          Set.of(DeviceNeed.CAMERA),
          List.of(DATA, FACE),
          List.of());
  static final ServiceItem WORDS =
      item(
          "WORDS",
          OfflineClass.QUEUE_OK,
          IdentityLevel.NONE,
          Set.of(),
          List.of(),
          List.of(PHONE_QUESTION));
  static final ServiceItem GUIDE =
      new ServiceItem(
          "GUIDE",
          "1",
          "指南",
          "Guide",
          "一行",
          "",
          OfflineClass.LOCAL,
          IdentityLevel.NONE,
          Set.of(),
          List.of(),
          List.of(),
          Optional.of(new Guide("怎么办", List.of("第一段", "第二段"))));

  private Samples() {}

  /** Stands in for SM3; what matters here is that every wording has a digest of its own. */
  static final Sm3Digest DIGEST = new FoldedDigest();

  static IdCard card(LocalDate until) {
    return card(LocalDate.of(1949, 12, 31), until);
  }

  /** Somebody of thirteen on the day the hall is open. */
  static IdCard child() {
    return card(LocalDate.of(2013, 1, 1), LocalDate.of(2035, 1, 1));
  }

  /** Somebody of ninety-six on that day, old enough for every item of the samples. */
  static IdCard ofNinety() {
    return card(LocalDate.of(1930, 5, 5), LocalDate.of(2035, 1, 1));
  }

  static Settings settings() {
    return new Settings(
        "标准县政务大厅",
        "12345",
        "东街站，往前600米",
        Front.USUAL,
        OpeningHours.ALWAYS,
        ZoneId.of("Asia/Shanghai"),
        IdleTable.of(List.of(), Duration.ofSeconds(20)),
        3,
        3,
        Duration.ofSeconds(8),
        Duration.ofSeconds(20),
        Duration.ofSeconds(20),
        Duration.ofSeconds(90),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60));
  }

  static PlatformReceipt receipt(String transactionId, Instant at) {
    return new PlatformReceipt(
        "350100-TEST-01",
        new TransactionId(transactionId),
        "0".repeat(64),
        PlatformReceipt.Outcome.ACCEPTED,
        Optional.of("350102600012"),
        Optional.empty(),
        at);
  }

  private static IdCard card(LocalDate birthDate, LocalDate until) {
    byte[] block = new byte[Portrait.BLOCK_BYTES];
    Arrays.fill(block, (byte) 7);
    return new IdCard(
        CardLayout.RESIDENT,
        new PersonName(NAME),
        Optional.empty(),
        Sex.FEMALE,
        "01",
        birthDate,
        ADDRESS,
        IdNumber.of(NUMBER),
        "标记县公安局",
        LocalDate.of(2015, 1, 1),
        Optional.of(until),
        new Portrait(block));
  }

  static IdCard card() {
    return card(LocalDate.of(2035, 1, 1));
  }

  private static ServiceItem item(
      String code,
      OfflineClass offlineClass,
      IdentityLevel level,
      Set<DeviceNeed> needs,
      List<ConsentText> consents,
      List<FormQuestion> questions) {
    return new ServiceItem(
        code,
        "2026.11.1",
        "事项" + code,
        "Item " + code,
        "一行",
        "3个工作日",
        offlineClass,
        level,
        needs,
        consents,
        questions,
        Optional.empty());
  }
}
