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
import java.util.concurrent.Future;

/** What a reader of identity cards must do (GA/T 467, and what a citizen expects). */
final class ReaderChecks {
  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final Duration READ = Duration.ofSeconds(8);
  private static final Duration LIMIT = Duration.ofSeconds(12);
  private static final Duration SLACK = Duration.ofSeconds(1);
  private static final int TIMES = 5;

  /** What the last card said; only compared, never told. */
  private String last = "";

  private ReaderChecks() {}

  static Exam<IdCardReader> exam() {
    ReaderChecks checks = new ReaderChecks();
    CommonChecks<IdCardReader> common =
        new CommonChecks<>(
            "R", IdCardReader::securityModuleId, (reader, limit) -> reader.read(limit));
    List<Check<IdCardReader>> all = new ArrayList<>();
    all.add(new Check<>("R00", "is free of cards at the beginning", checks::cleared));
    all.addAll(common.first());
    all.addAll(checks.withoutCard());
    all.addAll(checks.withCard());
    all.addAll(checks.withOtherCards());
    all.addAll(common.last());
    return new Exam<>(all);
  }

  private void cleared(Subject<IdCardReader> subject) throws Exception {
    subject.make(Gesture.LIFT_CARD);
  }

  private List<Check<IdCardReader>> withoutCard() {
    return List.of(
        new Check<>("R20", "tells its security module's id", this::moduleId),
        new Check<>("R21", "says that no card came, and not before the time is up", this::noCard),
        new Check<>("R22", "says that no card lies on it", this::empty),
        new Check<>("R23", "gives no addresses without a card", this::noAddresses));
  }

  private List<Check<IdCardReader>> withCard() {
    return List.of(
        new Check<>("R30", "reads a card that is placed while it waits", this::readsPlaced),
        new Check<>("R31", "reads what a card can say", this::plausible).after(Gesture.PLACE_CARD),
        new Check<>("R32", "says how long it took, and no less than the wire", this::timed)
            .after(Gesture.PLACE_CARD),
        new Check<>("R33", "says that a card lies on it", this::present).after(Gesture.PLACE_CARD),
        new Check<>("R34", "reads a card that stays again, with the same answer", this::again)
            .after(Gesture.PLACE_CARD),
        new Check<>("R35", "gives the newest addresses or none", this::addresses)
            .after(Gesture.PLACE_CARD),
        new Check<>("R36", "says within 1 s that the card was taken", this::taken),
        new Check<>("R37", "does not give the last citizen's card again", this::forgotten));
  }

  private List<Check<IdCardReader>> withOtherCards() {
    return List.of(
        new Check<>("R40", "tells one card from another", this::another),
        new Check<>("R41", "says that a foreign card is none, to the citizen", this::foreign),
        new Check<>("R42", "reads a good card after a foreign one", this::readsPlaced),
        new Check<>("R43", "survives a card that is taken while it is read", this::snatched),
        new Check<>("R44", "reads the next card after that", this::readsPlaced),
        new Check<>("R45", "is left without a card", this::cleared));
  }

  private void moduleId(Subject<IdCardReader> subject) throws Exception {
    String id = subject.within(LIMIT, () -> subject.device().securityModuleId(SHORT));
    String again = subject.within(LIMIT, () -> subject.device().securityModuleId(SHORT));
    subject.require(id.matches("\\d{2}\\.\\d{2}-\\d{8}-\\d{10}-\\d{10}"), "it has another form");
    subject.require(id.equals(again), "it is another the second time");
  }

  private void noCard(Subject<IdCardReader> subject) throws Exception {
    long start = System.nanoTime();
    subject.fault(SHORT.plus(SLACK), () -> subject.device().read(SHORT), FaultCode.NO_CARD);
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    subject.require(millis >= SHORT.toMillis() - 50, "gave up after " + millis + " ms");
  }

  private void empty(Subject<IdCardReader> subject) throws Exception {
    subject.require(!lies(subject), "says that a card lies on it");
  }

  private static boolean lies(Subject<IdCardReader> subject) throws Exception {
    return subject.within(LIMIT, () -> subject.device().cardPresent(SHORT));
  }

  private void noAddresses(Subject<IdCardReader> subject) throws Exception {
    try {
      List<String> found = subject.within(LIMIT, () -> subject.device().newestAddresses(SHORT));
      subject.require(found.isEmpty(), "gave addresses of a card that is gone");
    } catch (DeviceException e) {
      subject.note(e.fault().name());
    }
  }

  private void readsPlaced(Subject<IdCardReader> subject) throws Exception {
    subject.make(Gesture.LIFT_CARD);
    Future<CardRead> waiting = subject.begin(() -> subject.device().read(READ));
    try {
      subject.make(Gesture.PLACE_CARD);
      CardRead read = subject.outcome(waiting, LIMIT);
      try (IdCard card = read.card()) {
        last = essence(card);
      }
      subject.note(read.elapsed().toMillis() + " ms");
    } finally {
      waiting.cancel(true);
    }
  }

  private interface Look {
    void at(CardRead read) throws FailedException;
  }

  /** Reads the card that lies there. */
  private void look(Subject<IdCardReader> subject, Look look) throws Exception {
    CardRead read = subject.within(LIMIT, () -> subject.device().read(READ));
    try (IdCard card = read.card()) {
      last = essence(card);
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

  private void present(Subject<IdCardReader> subject) throws Exception {
    subject.require(lies(subject), "says that no card lies on it");
  }

  private void again(Subject<IdCardReader> subject) throws Exception {
    String first = last;
    for (int i = 0; i < TIMES; i++) {
      look(subject, read -> subject.require(last.equals(first), "another answer"));
    }
  }

  private void addresses(Subject<IdCardReader> subject) throws Exception {
    List<String> found = subject.within(LIMIT, () -> subject.device().newestAddresses(READ));
    subject.note(found.size() + " addresses");
  }

  private void taken(Subject<IdCardReader> subject) throws Exception {
    subject.make(Gesture.LIFT_CARD);
    long start = System.nanoTime();
    while (lies(subject)) {
      subject.require(System.nanoTime() - start < SLACK.toNanos(), "still says that one lies");
    }
  }

  private void forgotten(Subject<IdCardReader> subject) throws Exception {
    subject.fault(SHORT.plus(SLACK), () -> subject.device().read(SHORT), FaultCode.NO_CARD);
  }

  private void another(Subject<IdCardReader> subject) throws Exception {
    String before = last;
    subject.make(Gesture.PLACE_ANOTHER_CARD);
    look(subject, read -> subject.require(!last.equals(before), "gave the card before"));
  }

  private void foreign(Subject<IdCardReader> subject) throws Exception {
    subject.make(Gesture.PLACE_FOREIGN_CARD);
    DeviceException fault =
        subject.fault(
            LIMIT,
            () -> subject.device().read(SHORT),
            FaultCode.NOT_AN_ID_CARD,
            FaultCode.CARD_UNREADABLE,
            FaultCode.NO_CARD);
    subject.note(fault.fault().name());
  }

  private void snatched(Subject<IdCardReader> subject) throws Exception {
    subject.make(Gesture.LIFT_CARD);
    Future<CardRead> waiting = subject.begin(() -> subject.device().read(READ));
    try {
      subject.make(Gesture.PLACE_CARD);
      subject.make(Gesture.LIFT_CARD);
      subject.outcome(waiting, LIMIT).card().close();
      subject.note("read it before");
    } catch (DeviceException e) {
      subject.note(e.fault().name());
    } finally {
      waiting.cancel(true);
    }
  }

  private static String essence(IdCard card) {
    return card.number() + " " + card.birthDate() + " " + card.validFrom();
  }
}
