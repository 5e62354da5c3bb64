package egov.kiosk.conformance;

import egov.kiosk.domain.citizen.SocialCard;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.SocialCardReader;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/** What a reader of social security cards must do (LD/T 32-2015, and what a citizen expects). */
final class SocialCardChecks {
  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final Duration READ = Duration.ofSeconds(8);
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final Duration SLACK = Duration.ofSeconds(2);
  private static final int TIMES = 3;

  /** What the last card said; only compared, never told. */
  private String last = "";

  private SocialCardChecks() {}

  static Exam<SocialCardReader> exam() {
    SocialCardChecks checks = new SocialCardChecks();
    CommonChecks<SocialCardReader> common =
        new CommonChecks<>(
            "S", SocialCardReader::cardPresent, (reader, limit) -> reader.read(limit));
    List<Check<SocialCardReader>> all = new ArrayList<>();
    all.add(new Check<>("S00", "is free of cards at the beginning", checks::cleared));
    all.addAll(common.first());
    all.addAll(checks.withoutCard());
    all.addAll(checks.withCard());
    all.addAll(checks.withOtherCards());
    all.addAll(common.last());
    return new Exam<>(all);
  }

  private List<Check<SocialCardReader>> withoutCard() {
    return List.of(
        new Check<>("S20", "says that no card came, and not before the time is up", this::noCard),
        new Check<>("S21", "says that no card is in it", this::empty));
  }

  private List<Check<SocialCardReader>> withCard() {
    return List.of(
        new Check<>("S30", "reads a card that is inserted while it waits", this::readsInserted),
        new Check<>("S31", "reads what a card can say", this::plausible)
            .after(Gesture.INSERT_SOCIAL_CARD),
        new Check<>("S32", "says that a card is in it", this::present)
            .after(Gesture.INSERT_SOCIAL_CARD),
        new Check<>("S33", "reads a card that stays again, with the same answer", this::again)
            .after(Gesture.INSERT_SOCIAL_CARD),
        new Check<>("S34", "hands out nothing that prints a number or name", this::masked)
            .after(Gesture.INSERT_SOCIAL_CARD),
        new Check<>("S35", "says within 2 s that the card was taken", this::taken),
        new Check<>("S36", "does not give the last citizen's card again", this::forgotten));
  }

  private List<Check<SocialCardReader>> withOtherCards() {
    return List.of(
        new Check<>("S40", "tells one card from another", this::another),
        new Check<>("S41", "says that a card of another kind is none", this::foreign),
        new Check<>("S42", "says that a card of another kind is in it", this::present)
            .after(Gesture.INSERT_FOREIGN_CARD),
        new Check<>("S43", "reads a good card after that", this::readsInserted),
        new Check<>("S44", "survives a card that is pulled while it is read", this::snatched),
        new Check<>("S45", "reads the next card after that", this::readsInserted),
        new Check<>("S46", "is left without a card", this::cleared));
  }

  private void cleared(Subject<SocialCardReader> subject) throws Exception {
    subject.make(Gesture.TAKE_CARD_OUT);
  }

  private void noCard(Subject<SocialCardReader> subject) throws Exception {
    long start = System.nanoTime();
    subject.fault(LIMIT, () -> subject.device().read(SHORT), FaultCode.NO_CARD);
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    subject.require(millis >= SHORT.toMillis() - 50, "gave up after " + millis + " ms");
  }

  private static boolean lies(Subject<SocialCardReader> subject) throws Exception {
    return subject.within(LIMIT, () -> subject.device().cardPresent(SHORT));
  }

  private void empty(Subject<SocialCardReader> subject) throws Exception {
    subject.require(!lies(subject), "says that a card is in it");
  }

  private void present(Subject<SocialCardReader> subject) throws Exception {
    subject.require(lies(subject), "says that no card is in it");
  }

  private void readsInserted(Subject<SocialCardReader> subject) throws Exception {
    subject.make(Gesture.TAKE_CARD_OUT);
    Future<SocialCard> waiting = subject.begin(() -> subject.device().read(READ));
    try {
      long start = System.nanoTime();
      subject.make(Gesture.INSERT_SOCIAL_CARD);
      last = essence(subject.outcome(waiting, LIMIT));
      subject.note(Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
    } finally {
      waiting.cancel(true);
    }
  }

  private static SocialCard read(Subject<SocialCardReader> subject) throws Exception {
    return subject.within(LIMIT, () -> subject.device().read(READ));
  }

  private void plausible(Subject<SocialCardReader> subject) throws Exception {
    SocialCard card = read(subject);
    LocalDate today = LocalDate.now();
    subject.require(
        card.issuedOn().map(day -> !day.isAfter(today)).orElse(true), "issued in the future");
    subject.require(
        card.issuedOn().isEmpty()
            || card.validUntil().map(end -> !end.isBefore(card.issuedOn().get())).orElse(true),
        "valid until a day before it was issued");
    subject.note("version " + card.version());
  }

  private void again(Subject<SocialCardReader> subject) throws Exception {
    for (int i = 0; i < TIMES; i++) {
      subject.require(essence(read(subject)).equals(last), "another answer");
    }
  }

  private void masked(Subject<SocialCardReader> subject) throws Exception {
    SocialCard card = read(subject);
    String printed = card.toString();
    subject.require(!printed.contains(card.number().value()), "prints a number");
    subject.require(!printed.contains(card.name().value()), "prints a name");
  }

  private void taken(Subject<SocialCardReader> subject) throws Exception {
    subject.make(Gesture.TAKE_CARD_OUT);
    long start = System.nanoTime();
    while (lies(subject)) {
      subject.require(System.nanoTime() - start < SLACK.toNanos(), "still says that one is in it");
    }
  }

  private void forgotten(Subject<SocialCardReader> subject) throws Exception {
    subject.fault(LIMIT, () -> subject.device().read(SHORT), FaultCode.NO_CARD);
  }

  private void another(Subject<SocialCardReader> subject) throws Exception {
    String before = last;
    subject.make(Gesture.INSERT_ANOTHER_SOCIAL_CARD);
    last = essence(read(subject));
    subject.require(!last.equals(before), "gave the card before");
  }

  private void foreign(Subject<SocialCardReader> subject) throws Exception {
    subject.make(Gesture.INSERT_FOREIGN_CARD);
    DeviceException fault =
        subject.fault(
            LIMIT,
            () -> subject.device().read(READ),
            FaultCode.CARD_NOT_SUPPORTED,
            FaultCode.CARD_UNREADABLE);
    subject.note(fault.fault().name());
  }

  private void snatched(Subject<SocialCardReader> subject) throws Exception {
    subject.make(Gesture.TAKE_CARD_OUT);
    Future<SocialCard> waiting = subject.begin(() -> subject.device().read(READ));
    try {
      subject.make(Gesture.INSERT_SOCIAL_CARD);
      subject.make(Gesture.TAKE_CARD_OUT);
      subject.outcome(waiting, LIMIT);
      subject.note("read it before");
    } catch (DeviceException e) {
      subject.note(e.fault().name());
    } finally {
      waiting.cancel(true);
    }
  }

  private static String essence(SocialCard card) {
    return card.number().value()
        + " "
        + card.name().value()
        + " "
        + card.cardNumber()
        + " "
        + card.issuer();
  }
}
