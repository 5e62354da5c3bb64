package egov.kiosk.flow;

import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.inquiry.Inquiries;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.transaction.AgeLimits;
import egov.kiosk.domain.transaction.ConsentText;
import egov.kiosk.domain.transaction.ItemProfile;
import egov.kiosk.domain.transaction.Listing;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.OutcomeKind;
import egov.kiosk.domain.transaction.PaymentHandover;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.domain.transaction.Verification;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Items that are not plain. */
final class Profiles {
  static final String SECRET = "养老保险缴了三百零六个月";

  private Profiles() {}

  static Inquiries books() {
    return (question, timeout) ->
        new InquiryAnswer(List.of(new InquiryAnswer.Row("缴费", SECRET)), "2026年11月20日");
  }

  static ServiceItem question() {
    return item(
        "QUESTION",
        IdentityLevel.CARD,
        List.of(Samples.DATA),
        profile(Verification.FACE_OR_STAFF, OutcomeKind.QUERY_RESULT, Optional.empty(), Map.of()));
  }

  static ServiceItem verified(Verification way) {
    return item(
        "VERIFIED-" + way.name().replace('_', '-'),
        IdentityLevel.VERIFIED,
        way == Verification.STAFF_ONLY
            ? List.of(Samples.DATA)
            : List.of(Samples.DATA, Samples.FACE),
        profile(way, OutcomeKind.SLIP, Optional.empty(), Map.of("confirm", 300)));
  }

  static ServiceItem forAges(AgeLimits ages) {
    ItemProfile plain = ItemProfile.PLAIN;
    return item(
        "AGED",
        IdentityLevel.CARD,
        List.of(Samples.DATA),
        new ItemProfile(
            plain.verification(),
            plain.listing(),
            plain.outcome(),
            plain.payment(),
            plain.patience(),
            plain.bundle(),
            plain.jurisdiction(),
            ages,
            ItemProfile.ID_CARD));
  }

  static ServiceItem payment() {
    return item(
        "PAYMENT",
        IdentityLevel.CARD,
        List.of(Samples.DATA),
        profile(
            Verification.FACE_OR_STAFF,
            OutcomeKind.PAYMENT,
            Optional.of(new PaymentHandover("https://pay.example/x?n={number}", "医保局")),
            Map.of()));
  }

  private static ItemProfile profile(
      Verification way,
      OutcomeKind outcome,
      Optional<PaymentHandover> payment,
      Map<String, Integer> patience) {
    return new ItemProfile(
        way, Listing.NONE, outcome, payment, patience, List.of(), Optional.empty());
  }

  private static ServiceItem item(
      String code, IdentityLevel level, List<ConsentText> consents, ItemProfile profile) {
    return new ServiceItem(
        code,
        "1",
        "事项" + code,
        "Item",
        "一行",
        "",
        profile.payment().isPresent() ? OfflineClass.ONLINE_ONLY : OfflineClass.QUEUE_OK,
        level,
        Set.of(),
        consents,
        List.of(),
        Optional.empty(),
        false,
        List.of(),
        false,
        Optional.empty(),
        profile);
  }
}
