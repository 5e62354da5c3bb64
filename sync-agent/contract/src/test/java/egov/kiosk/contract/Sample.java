package egov.kiosk.contract;

import egov.kiosk.domain.citizen.CardLayout;
import egov.kiosk.domain.citizen.CodeHolder;
import egov.kiosk.domain.citizen.Consent;
import egov.kiosk.domain.citizen.ConsentAnswer;
import egov.kiosk.domain.citizen.ConsentGiver;
import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.citizen.FaceOutcome;
import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.citizen.IdNumber;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.citizen.Liveness;
import egov.kiosk.domain.citizen.PersonName;
import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.domain.citizen.ScoreBand;
import egov.kiosk.domain.citizen.Sex;
import egov.kiosk.domain.citizen.SocialCard;
import egov.kiosk.domain.citizen.StaffCheck;
import egov.kiosk.domain.citizen.VerifiedCitizen;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.transaction.FieldKind;
import egov.kiosk.domain.transaction.FormData;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.FormRejectedException;
import egov.kiosk.domain.transaction.LocalNumber;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.Rating;
import egov.kiosk.domain.transaction.RatingReason;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Messages of every shape, about people who do not exist. */
final class Sample {
  static final String KIOSK = "zj-hz-000001";
  static final Instant NOW = Instant.parse("2026-06-01T08:00:00.123Z");
  static final TransactionId ID = new TransactionId("01973000-0000-7000-8000-000000000001");
  static final TransactionId OTHER_ID = new TransactionId("01973000-0000-7000-8000-000000000002");
  static final FaceMatch PASS =
      new FaceMatch(FaceOutcome.PASS, ScoreBand.VERY_HIGH, Liveness.NOT_CHECKED, "face-1", 7);
  static final FaceMatch REVIEW =
      new FaceMatch(FaceOutcome.REVIEW, ScoreBand.NEAR, Liveness.NOT_CHECKED, "face-1", 30);
  static final StaffCheck STAFF = new StaffCheck("A-17", Instant.parse("2026-06-01T08:00:00Z"));

  private static final List<FormQuestion> QUESTIONS =
      List.of(question("phone", FieldKind.PHONE), question("note", FieldKind.TEXT));

  private Sample() {}

  private static FormQuestion question(String id, FieldKind kind) {
    return new FormQuestion(id, "问", "Q", "", kind, false, 200, List.of(), Optional.empty());
  }

  static IdCard resident() {
    return new IdCard(
        CardLayout.RESIDENT,
        new PersonName("𠮷〇测试"),
        Optional.empty(),
        Sex.FEMALE,
        "01",
        LocalDate.of(1900, 1, 1),
        "福建省福州市测试区样例路1号",
        IdNumber.of("35010019000101999X"),
        "样例公安局",
        LocalDate.of(2020, 1, 1),
        Optional.of(LocalDate.of(2040, 1, 1)),
        new Portrait(new byte[Portrait.BLOCK_BYTES]));
  }

  static IdCard foreigner() {
    return new IdCard(
        CardLayout.FOREIGNER_2023,
        new PersonName("EXAMPLE, ANNA"),
        Optional.of("EXAMPLE, ANNA"),
        Sex.UNSTATED,
        "CAN",
        LocalDate.of(1900, 1, 1),
        "",
        IdNumber.of("935840190001019983"),
        "",
        LocalDate.of(2020, 1, 1),
        Optional.empty(),
        new Portrait(new byte[Portrait.BLOCK_BYTES]));
  }

  static SocialCard social() {
    return new SocialCard(
        "2.00",
        "A12345678",
        "915600000235010035010001",
        Optional.of(LocalDate.of(2020, 1, 1)),
        Optional.of(LocalDate.of(2030, 1, 1)),
        IdNumber.of("35010019000101999X"),
        new PersonName("𠮷〇测试"),
        Sex.MALE);
  }

  static CodeHolder holder() {
    return new CodeHolder(
        new PersonName("𠮷〇测试"),
        IdNumber.of("35010019000101999X"),
        Optional.of(LocalDate.of(2030, 1, 1)));
  }

  static Transaction transaction(Optional<VerifiedCitizen> citizen, Map<String, String> answers) {
    ServiceItem item =
        new ServiceItem(
            "suggestion",
            "2026.11.1",
            "意见建议",
            "Suggestions",
            "",
            "",
            OfflineClass.QUEUE_OK,
            IdentityLevel.NONE,
            Set.of(),
            List.of(),
            QUESTIONS,
            Optional.empty());
    List<Consent> consents =
        citizen.isEmpty()
            ? List.of()
            : List.of(consent(ConsentPurpose.DATA, "d-1"), consent(ConsentPurpose.FACE, "f-1"));
    try {
      return new Transaction(
          ID,
          KIOSK,
          new LocalNumber("123456789012"),
          NOW,
          item,
          citizen,
          consents,
          FormData.of(QUESTIONS, answers, citizen.map(VerifiedCitizen::shown)));
    } catch (FormRejectedException e) {
      throw new AssertionError(e);
    }
  }

  private static Consent consent(ConsentPurpose purpose, String version) {
    return new Consent(
        purpose,
        version,
        NOW,
        ConsentAnswer.GIVEN,
        ConsentGiver.HOLDER,
        Optional.of("5c".repeat(32)));
  }

  /** One transaction for each way a citizen can be identified. */
  static List<Transaction> transactions() {
    Map<String, String> answers = Map.of("phone", "13800000000", "note", "\"引号\" \\ é\u0301 😀");
    return List.of(
        transaction(Optional.empty(), Map.of()),
        transaction(Optional.of(VerifiedCitizen.byCard(resident())), answers),
        transaction(Optional.of(VerifiedCitizen.byFace(resident(), PASS)), answers),
        transaction(
            Optional.of(VerifiedCitizen.byStaff(foreigner(), STAFF, Optional.empty())), answers),
        transaction(
            Optional.of(VerifiedCitizen.byStaff(resident(), STAFF, Optional.of(REVIEW))), answers),
        transaction(Optional.of(VerifiedCitizen.byCard(social())), answers),
        transaction(Optional.of(VerifiedCitizen.byStaff(social(), STAFF)), answers),
        transaction(Optional.of(VerifiedCitizen.byCard(holder())), answers));
  }

  static Rating rating() {
    return new Rating(OTHER_ID, KIOSK, ID, "suggestion", 5, NOW);
  }

  static RatingReason reason() {
    return reason(RatingReason.Code.HARD_TO_USE);
  }

  static RatingReason reason(RatingReason.Code code) {
    return new RatingReason(OTHER_ID, KIOSK, ID, "suggestion", code, NOW);
  }

  static PlatformReceipt accepted() {
    return new PlatformReceipt(
        KIOSK,
        ID,
        "0f".repeat(32),
        PlatformReceipt.Outcome.ACCEPTED,
        Optional.of("20260601-000001"),
        Optional.empty(),
        NOW);
  }

  static PlatformReceipt acceptedWithoutNumber() {
    return new PlatformReceipt(
        KIOSK,
        ID,
        "0f".repeat(32),
        PlatformReceipt.Outcome.ACCEPTED,
        Optional.empty(),
        Optional.empty(),
        Instant.parse("2026-06-01T08:00:00Z"));
  }

  static PlatformReceipt rejected() {
    return new PlatformReceipt(
        KIOSK,
        ID,
        "0f".repeat(32),
        PlatformReceipt.Outcome.REJECTED,
        Optional.empty(),
        Optional.of("ITEM_CLOSED"),
        Instant.parse("2026-06-01T08:00:00.123456789Z"));
  }

  /** One of each kind, for three messages. */
  static List<PlatformReceipt> receipts() {
    return List.of(accepted(), receipt(1, acceptedWithoutNumber()), receipt(2, rejected()));
  }

  /** So many receipts for as many messages. */
  static List<PlatformReceipt> receipts(int count) {
    return IntStream.range(0, count).mapToObj(at -> receipt(at, accepted())).toList();
  }

  private static PlatformReceipt receipt(int number, PlatformReceipt like) {
    return new PlatformReceipt(
        like.kioskId(),
        new TransactionId(String.format("01973000-0000-7000-8000-0000001%05x", number)),
        like.envelopeSm3(),
        like.outcome(),
        like.acceptanceNumber(),
        like.reason(),
        like.issuedAt());
  }
}
