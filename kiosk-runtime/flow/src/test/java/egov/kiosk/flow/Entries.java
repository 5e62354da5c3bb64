package egov.kiosk.flow;

import egov.kiosk.domain.citizen.CodeHolder;
import egov.kiosk.domain.citizen.CredentialKind;
import egov.kiosk.domain.citizen.IdNumber;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.citizen.PersonName;
import egov.kiosk.domain.citizen.Sex;
import egov.kiosk.domain.citizen.SocialCard;
import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.Redemption;
import egov.kiosk.domain.transaction.ItemProfile;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.session.SessionState;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An item that is entered in every way, and what is shown for it; nobody is real. */
final class Entries {
  static final String TOKEN = "LAB01MARKEDTOKENOFTEST00";

  /** Somebody of thirteen on the day the hall is open. */
  static final String CHILDS_NUMBER = "110105201301010020";

  static final ServiceItem ITEM = item(EnumSet.allOf(CredentialKind.class));

  private Entries() {}

  static ServiceItem item(Set<CredentialKind> entries) {
    return new ServiceItem(
        "ENTRIES",
        "2026.11.1",
        "预约",
        "Appointment",
        "一行",
        "3个工作日",
        OfflineClass.QUEUE_OK,
        IdentityLevel.CARD,
        Set.of(),
        List.of(Samples.DATA),
        List.of(Samples.CARD_NAME),
        Optional.empty(),
        false,
        List.of(),
        false,
        Optional.empty(),
        ItemProfile.PLAIN.entered(entries));
  }

  static SocialCard socialCard(String number, LocalDate until) {
    return new SocialCard(
        "2.00",
        "A12345678",
        "915600000235010035010001",
        Optional.empty(),
        Optional.of(until),
        IdNumber.of(number),
        new PersonName(Samples.NAME),
        Sex.FEMALE);
  }

  static SocialCard socialCard() {
    return socialCard(Samples.NUMBER, LocalDate.of(2035, 1, 1));
  }

  static InquiryAnswer holder() {
    return Redemption.of(
            new CodeHolder(
                new PersonName(Samples.NAME), IdNumber.of(Samples.NUMBER), Optional.empty()))
        .answer();
  }

  /** A hall with all three ways, at the page where one is shown. */
  static FakeSlot open(Hall hall) throws DeskException {
    FakeSlot slot = new FakeSlot();
    hall.slot = Optional.of(slot);
    hall.scanner = Optional.of(new FakeScanner());
    if (hall.books.isEmpty()) {
      Asked platform = new Asked();
      platform.answer = holder();
      hall.books = Optional.of(platform);
    }
    hall.begin(ITEM);
    hall.act(new Action.Consent(true, "data-1"));
    return slot;
  }

  static void walkTo(Hall hall, SessionState state) throws DeskException {
    open(hall);
    hall.act(new Action.UseCode());
    FakeScanner scanner = (FakeScanner) hall.scanner.orElseThrow();
    if (state == SessionState.CODE_PROBLEM) {
      scanner.slips.add("");
      hall.act(new Action.ShowCode(CodeKind.PROVINCIAL));
    } else if (state == SessionState.REDEEMING) {
      scanner.slips.add(TOKEN);
      hall.desk.act(hall.id, new Action.ShowCode(CodeKind.PROVINCIAL));
      hall.hands.workOne();
    }
  }
}
