package egov.kiosk.flow;

import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.inquiry.AnswerFile;
import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.inquiry.Inquiries;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.InquiryException;
import egov.kiosk.domain.inquiry.Licence;
import egov.kiosk.domain.inquiry.Wanted;
import egov.kiosk.domain.transaction.ConsentText;
import egov.kiosk.domain.transaction.FieldKind;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.ItemProfile;
import egov.kiosk.domain.transaction.Listing;
import egov.kiosk.domain.transaction.Material;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.OutcomeKind;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.domain.transaction.Verification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A platform that answers as the test says, and items that ask it. */
final class Asked implements Inquiries {
  static final String SM3 = "0f".repeat(32);
  static final String NUMBER = "202611220000001";
  static final Licence LICENCE =
      new Licence("household-register", "户口簿", "350100112233", "2036年12月31日", SM3);
  static final InquiryAnswer KNOWN =
      new InquiryAnswer(
          List.of(),
          "",
          Map.of("phone", Samples.PHONE),
          List.of(LICENCE),
          List.of(),
          AnswerFile.NONE);
  static final InquiryAnswer MISSING =
      new InquiryAnswer(
          List.of(
              new InquiryAnswer.Row("办到哪一步", "等您补材料"),
              new InquiryAnswer.Row("卡号", "6222000011112222", true)),
          "",
          Map.of(),
          List.of(),
          List.of(new Wanted("register", "户口簿", "上次没有交")),
          AnswerFile.NONE);

  final List<Asking> askings = new ArrayList<>();
  InquiryAnswer answer = InquiryAnswer.NOTHING;
  InquiryException.Reason refuses;

  @Override
  public InquiryAnswer ask(Asking question, Duration timeout) throws InquiryException {
    askings.add(question);
    if (refuses != null) {
      throw new InquiryException(refuses, "as the test wants");
    }
    return answer;
  }

  /** An item whose telephone number and one paper the platform may know. */
  static ServiceItem retrieval() {
    Material register =
        new Material(
            "register", "户口簿", "Register", "", true, 2, false, Optional.of("household-register"));
    ConsentText fetch =
        new ConsentText(ConsentPurpose.RETRIEVAL, "fetch-1", "取资料", List.of("手机号"), "平台", "取来填表");
    return item(
        "FETCH",
        IdentityLevel.CARD,
        List.of(Samples.DATA, fetch),
        List.of(question("phone", FieldKind.PHONE, Optional.of("phone"))),
        List.of(register),
        OutcomeKind.SLIP);
  }

  /** How far something is, by its number and the telephone number left with it. */
  static ServiceItem progress() {
    return item(
        "PROGRESS",
        IdentityLevel.NONE,
        List.of(),
        List.of(
            question("reference", FieldKind.NUMBER, Optional.empty()),
            question("phone", FieldKind.PHONE, Optional.empty())),
        List.of(),
        OutcomeKind.PROGRESS);
  }

  static Map<String, String> numbers(String reference) {
    return Map.of("reference", reference, "phone", Samples.PHONE);
  }

  private static FormQuestion question(String id, FieldKind kind, Optional<String> platform) {
    return new FormQuestion(
        id,
        "问" + id,
        "Q",
        "",
        kind,
        true,
        18,
        List.of(),
        Optional.empty(),
        platform,
        Optional.empty(),
        Optional.empty());
  }

  private static ServiceItem item(
      String code,
      IdentityLevel level,
      List<ConsentText> consents,
      List<FormQuestion> questions,
      List<Material> materials,
      OutcomeKind outcome) {
    return new ServiceItem(
        code,
        "1",
        "事项" + code,
        "Item",
        "一行",
        "",
        OfflineClass.QUEUE_OK,
        level,
        Set.of(),
        consents,
        questions,
        Optional.empty(),
        false,
        materials,
        false,
        Optional.empty(),
        new ItemProfile(
            Verification.FACE_OR_STAFF,
            Listing.NONE,
            outcome,
            Optional.empty(),
            Map.of(),
            List.of(),
            Optional.empty()));
  }
}
