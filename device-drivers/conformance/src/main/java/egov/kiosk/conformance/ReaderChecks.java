package egov.kiosk.conformance;

import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.device.CardRead;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.IdCardReader;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a reader of identity cards must do (GA/T 467, and what a citizen expects). */
final class ReaderChecks {
  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final Duration READ = Duration.ofSeconds(8);
  private static final Duration LIMIT = Duration.ofSeconds(12);
  private static final Duration NOTICED = Duration.ofSeconds(1);

  private final CardChecks<IdCardReader> cards =
      new CardChecks<>(
          ReaderChecks::read,
          IdCardReader::cardPresent,
          new CardChecks.Hands(
              Gesture.PLACE_CARD,
              Gesture.PLACE_ANOTHER_CARD,
              Gesture.PLACE_FOREIGN_CARD,
              Gesture.LIFT_CARD),
          NOTICED);

  private ReaderChecks() {}

  static Exam<IdCardReader> exam() {
    ReaderChecks checks = new ReaderChecks();
    CommonChecks<IdCardReader> common =
        new CommonChecks<>(
            "R", IdCardReader::securityModuleId, (reader, limit) -> reader.read(limit));
    List<Check<IdCardReader>> all = new ArrayList<>();
    all.add(new Check<>("R00", "is free of cards at the beginning", checks.cards::cleared));
    all.addAll(common.first());
    all.addAll(checks.withoutCard());
    all.addAll(checks.withCard());
    all.addAll(checks.withOtherCards());
    all.addAll(common.last());
    return new Exam<>(all);
  }

  private List<Check<IdCardReader>> withoutCard() {
    return List.of(
        new Check<>("R20", "tells its security module's id", this::moduleId),
        new Check<>("R21", "says that no card came, and not before the time is up", cards::noCard),
        new Check<>("R22", "says that no card lies on it", cards::empty),
        new Check<>("R23", "gives no addresses without a card", this::noAddresses));
  }

  private List<Check<IdCardReader>> withCard() {
    return List.of(
        new Check<>("R30", "reads a card that is placed while it waits", cards::readsPlaced),
        new Check<>("R31", "reads what a card can say", this::plausible).after(Gesture.PLACE_CARD),
        new Check<>("R32", "says how long it took, and no less than the wire", this::timed)
            .after(Gesture.PLACE_CARD),
        new Check<>("R33", "says that a card lies on it", cards::present).after(Gesture.PLACE_CARD),
        new Check<>("R34", "reads a card that stays again, with the same answer", cards::again)
            .after(Gesture.PLACE_CARD),
        new Check<>("R35", "gives the newest addresses or none", this::addresses)
            .after(Gesture.PLACE_CARD),
        new Check<>("R36", "says within 1 s that the card was taken", cards::taken),
        new Check<>("R37", "does not give the last citizen's card again", cards::forgotten));
  }

  private List<Check<IdCardReader>> withOtherCards() {
    return List.of(
        new Check<>("R40", "tells one card from another", cards::another),
        new Check<>(
            "R41",
            "says that a foreign card is none, to the citizen",
            subject ->
                cards.foreign(
                    subject,
                    FaultCode.NOT_AN_ID_CARD,
                    FaultCode.CARD_UNREADABLE,
                    FaultCode.NO_CARD)),
        new Check<>("R42", "reads a good card after a foreign one", cards::readsPlaced),
        new Check<>("R43", "survives a card that is taken while it is read", cards::snatched),
        new Check<>("R44", "reads the next card after that", cards::readsPlaced),
        new Check<>("R45", "is left without a card", cards::cleared));
  }

  private void moduleId(Subject<IdCardReader> subject) throws Exception {
    String id = subject.within(LIMIT, () -> subject.device().securityModuleId(SHORT));
    String again = subject.within(LIMIT, () -> subject.device().securityModuleId(SHORT));
    subject.require(id.matches("\\d{2}\\.\\d{2}-\\d{8}-\\d{10}-\\d{10}"), "it has another form");
    subject.require(id.equals(again), "it is another the second time");
  }

  private void noAddresses(Subject<IdCardReader> subject) throws Exception {
    try {
      List<String> found = subject.within(LIMIT, () -> subject.device().newestAddresses(SHORT));
      subject.require(found.isEmpty(), "gave addresses of a card that is gone");
    } catch (DeviceException e) {
      subject.note(e.fault().name());
    }
  }

  private interface Look {
    void at(CardRead read) throws FailedException;
  }

  /** Reads the card that lies there. */
  private void look(Subject<IdCardReader> subject, Look look) throws Exception {
    CardRead read = subject.within(LIMIT, () -> subject.device().read(READ));
    try (IdCard card = read.card()) {
      look.at(read);
    }
  }

  private void plausible(Subject<IdCardReader> subject) throws Exception {
    look(
        subject,
        read -> {
          IdCard card = read.card();
          subject.require(!card.birthDate().isAfter(LocalDate.now()), "born in the future");
          subject.require(
              card.validUntil().map(end -> !end.isBefore(card.validFrom())).orElse(true),
              "valid until a day before it is valid from");
          subject.note("layout " + card.layout());
        });
  }

  private void timed(Subject<IdCardReader> subject) throws Exception {
    look(
        subject,
        read -> {
          subject.require(!read.wireTime().isZero(), "says that the wire took no time");
          subject.require(
              read.elapsed().compareTo(read.wireTime().dividedBy(2)) > 0,
              "was quicker than its wire");
          subject.note(
              read.elapsed().toMillis() + " ms, wire " + read.wireTime().toMillis() + " ms");
        });
  }

  private void addresses(Subject<IdCardReader> subject) throws Exception {
    List<String> found = subject.within(LIMIT, () -> subject.device().newestAddresses(READ));
    subject.note(found.size() + " addresses");
  }

  private static String read(IdCardReader reader, Duration limit) throws Exception {
    try (IdCard card = reader.read(limit).card()) {
      return essence(card);
    }
  }

  private static String essence(IdCard card) {
    return card.number() + " " + card.birthDate() + " " + card.validFrom();
  }
}
