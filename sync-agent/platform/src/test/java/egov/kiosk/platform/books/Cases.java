package egov.kiosk.platform.books;

import egov.kiosk.domain.citizen.CardLayout;
import egov.kiosk.domain.citizen.Consent;
import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.citizen.IdNumber;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.citizen.PersonName;
import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.domain.citizen.Sex;
import egov.kiosk.domain.citizen.StaffCheck;
import egov.kiosk.domain.citizen.VerifiedCitizen;
import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.transaction.Enclosed;
import egov.kiosk.domain.transaction.Enclosure;
import egov.kiosk.domain.transaction.FieldKind;
import egov.kiosk.domain.transaction.FormData;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.FormRejectedException;
import egov.kiosk.domain.transaction.LocalNumber;
import egov.kiosk.domain.transaction.Material;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.platform.Lab;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Applications and questions of people who do not exist. */
final class Cases {
  static final String PHONE = "13800001234";
  static final String PROGRESS = "PROGRESS-QUERY";
  private static final Instant THEN = Instant.parse("2026-11-21T08:00:00Z");

  private Cases() {}

  static VerifiedCitizen citizen(String number) {
    return VerifiedCitizen.byCard(
        new IdCard(
            CardLayout.RESIDENT,
            new PersonName("测试"),
            Optional.empty(),
            Sex.FEMALE,
            "01",
            LocalDate.of(1900, 1, 1),
            "样例路1号",
            IdNumber.of(number),
            "样例公安局",
            LocalDate.of(2020, 1, 1),
            Optional.of(LocalDate.of(2040, 1, 1)),
            new Portrait(new byte[Portrait.BLOCK_BYTES])));
  }

  /** The same, whom staff saw. */
  static VerifiedCitizen verified(String number) {
    StaffCheck seen = new StaffCheck("S-1", THEN);
    return VerifiedCitizen.byStaff((IdCard) citizen(number).shown(), seen, Optional.empty());
  }

  static Asking certificate(
      String item, Optional<VerifiedCitizen> citizen, Map<String, String> parameters) {
    return new Asking(Asking.Purpose.INQUIRY, item, "1", citizen, List.of(), parameters);
  }

  /** An application that lacks a paper. */
  static Transaction application(Optional<VerifiedCitizen> citizen) throws FormRejectedException {
    return transaction(
        "RESIDENCE-PERMIT",
        citizen,
        List.of(material("lodging-proof", true)),
        Map.of("phone", PHONE),
        new Enclosed(List.of(), List.of("lodging-proof"), Optional.empty()));
  }

  /** The paper, brought afterwards. */
  static Transaction supplement(String reference) throws FormRejectedException {
    return transaction(
        PROGRESS,
        Optional.empty(),
        List.of(material("lodging-proof", false)),
        Map.of("phone", PHONE, "reference", reference),
        new Enclosed(
            List.of(new Enclosure("lodging-proof-1", "image/jpeg", 9, "0f".repeat(32))),
            List.of(),
            Optional.empty()));
  }

  static Asking progress(Optional<VerifiedCitizen> citizen, Map<String, String> parameters) {
    return new Asking(Asking.Purpose.PROGRESS, PROGRESS, "1", citizen, List.of(), parameters);
  }

  static Asking asking(
      Asking.Purpose purpose, Optional<VerifiedCitizen> citizen, Map<String, String> parameters) {
    Consent fetch = new Consent(ConsentPurpose.RETRIEVAL, "r-1", THEN);
    return new Asking(purpose, "INSURANCE-PAYMENTS", "1", citizen, List.of(fetch), parameters);
  }

  private static Material material(String id, boolean later) {
    return new Material(id, "材料", "Paper", "", true, 2, later, Optional.empty());
  }

  private static FormQuestion question(String id) {
    return new FormQuestion(
        id, "问", "Q", "", FieldKind.NUMBER, false, 18, List.of(), Optional.empty());
  }

  private static Transaction transaction(
      String code,
      Optional<VerifiedCitizen> citizen,
      List<Material> materials,
      Map<String, String> form,
      Enclosed enclosed)
      throws FormRejectedException {
    List<FormQuestion> questions = List.of(question("phone"), question("reference"));
    ServiceItem item =
        new ServiceItem(
            code,
            "1",
            "事项",
            "Item",
            "",
            "",
            OfflineClass.QUEUE_OK,
            IdentityLevel.NONE,
            Set.of(),
            List.of(),
            questions,
            Optional.empty(),
            false,
            materials,
            false,
            Optional.empty());
    return new Transaction(
        TransactionId.create(Instant.now()),
        Lab.A,
        new LocalNumber("123456789012"),
        THEN,
        item,
        citizen,
        citizen.isEmpty() ? List.of() : List.of(new Consent(ConsentPurpose.DATA, "d-1", THEN)),
        FormData.of(questions, form, Optional.empty()),
        enclosed);
  }
}
