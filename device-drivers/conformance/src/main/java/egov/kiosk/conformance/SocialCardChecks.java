package egov.kiosk.conformance;

import egov.kiosk.domain.citizen.SocialCard;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.SocialCardReader;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a reader of social security cards must do (LD/T 32-2015, and what a citizen expects). */
final class SocialCardChecks {
  private static final Duration READ = Duration.ofSeconds(8);
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final Duration NOTICED = Duration.ofSeconds(2);

  private final CardChecks<SocialCardReader> cards =
      new CardChecks<>(
          (reader, limit) -> essence(reader.read(limit)),
          SocialCardReader::cardPresent,
          new CardChecks.Hands(
              Gesture.INSERT_SOCIAL_CARD,
              Gesture.INSERT_ANOTHER_SOCIAL_CARD,
              Gesture.INSERT_FOREIGN_CARD,
              Gesture.TAKE_CARD_OUT),
          NOTICED);

  private SocialCardChecks() {}

  static Exam<SocialCardReader> exam() {
    SocialCardChecks checks = new SocialCardChecks();
    CommonChecks<SocialCardReader> common =
        new CommonChecks<>(
            "S", SocialCardReader::cardPresent, (reader, limit) -> reader.read(limit));
    List<Check<SocialCardReader>> all = new ArrayList<>();
    all.add(new Check<>("S00", "is free of cards at the beginning", checks.cards::cleared));
    all.addAll(common.first());
    all.addAll(checks.withoutCard());
    all.addAll(checks.withCard());
    all.addAll(checks.withOtherCards());
    all.addAll(common.last());
    return new Exam<>(all);
  }

  private List<Check<SocialCardReader>> withoutCard() {
    return List.of(
        new Check<>("S20", "says that no card came, and not before the time is up", cards::noCard),
        new Check<>("S21", "says that no card is in it", cards::empty));
  }

  private List<Check<SocialCardReader>> withCard() {
    return List.of(
        new Check<>("S30", "reads a card that is inserted while it waits", cards::readsPlaced),
        new Check<>("S31", "reads what a card can say", this::plausible)
            .after(Gesture.INSERT_SOCIAL_CARD),
        new Check<>("S32", "says that a card is in it", cards::present)
            .after(Gesture.INSERT_SOCIAL_CARD),
        new Check<>("S33", "reads a card that stays again, with the same answer", cards::again)
            .after(Gesture.INSERT_SOCIAL_CARD),
        new Check<>("S34", "hands out nothing that prints a number or name", this::masked)
            .after(Gesture.INSERT_SOCIAL_CARD),
        new Check<>("S35", "says within 2 s that the card was taken", cards::taken),
        new Check<>("S36", "does not give the last citizen's card again", cards::forgotten));
  }

  private List<Check<SocialCardReader>> withOtherCards() {
    return List.of(
        new Check<>("S40", "tells one card from another", cards::another),
        new Check<>(
            "S41",
            "says that a card of another kind is none",
            subject ->
                cards.foreign(subject, FaultCode.CARD_NOT_SUPPORTED, FaultCode.CARD_UNREADABLE)),
        new Check<>("S42", "says that a card of another kind is in it", cards::present)
            .after(Gesture.INSERT_FOREIGN_CARD),
        new Check<>("S43", "reads a good card after that", cards::readsPlaced),
        new Check<>("S44", "survives a card that is pulled while it is read", cards::snatched),
        new Check<>("S45", "reads the next card after that", cards::readsPlaced),
        new Check<>("S46", "is left without a card", cards::cleared));
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

  private void masked(Subject<SocialCardReader> subject) throws Exception {
    SocialCard card = read(subject);
    String printed = card.toString();
    subject.require(!printed.contains(card.number().value()), "prints a number");
    subject.require(!printed.contains(card.name().value()), "prints a name");
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
