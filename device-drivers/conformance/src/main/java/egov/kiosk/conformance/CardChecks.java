package egov.kiosk.conformance;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import java.time.Duration;
import java.util.concurrent.Future;

/**
 * What every reader of cards must do, whatever the card and however it gets there.
 *
 * @param <D> the reader's port
 */
final class CardChecks<D> {
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration SNATCHED = Duration.ofSeconds(3);
  private static final Duration READ = Duration.ofSeconds(8);
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final int TIMES = 4;

  private final Reading<D> reading;
  private final Presence<D> presence;
  private final Hands hands;
  private final Duration noticed;

  /** What the last card said; only compared, never told. */
  private String last = "";

  /** Reads a card. */
  interface Reading<D> {
    /**
     * @return enough of what it says to tell it from another; only compared, never told
     */
    String read(D reader, Duration limit) throws Exception;
  }

  /** Whether a card is there. */
  interface Presence<D> {
    boolean lies(D reader, Duration limit) throws Exception;
  }

  /** What is done with cards at this reader. */
  record Hands(Gesture place, Gesture another, Gesture foreign, Gesture lift) {}

  /**
   * @param noticed how long the reader may take to see that a card was taken
   */
  CardChecks(Reading<D> reading, Presence<D> presence, Hands hands, Duration noticed) {
    this.reading = reading;
    this.presence = presence;
    this.hands = hands;
    this.noticed = noticed;
  }

  void cleared(Subject<D> subject) throws Exception {
    subject.make(hands.lift());
  }

  void noCard(Subject<D> subject) throws Exception {
    long start = System.nanoTime();
    forgotten(subject);
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    subject.require(millis >= SHORT.toMillis() - 50, "gave up after " + millis + " ms");
  }

  /** Without a card nothing is read, not even the one before. */
  void forgotten(Subject<D> subject) throws Exception {
    subject.fault(LIMIT, () -> reading.read(subject.device(), SHORT), FaultCode.NO_CARD);
  }

  private boolean lies(Subject<D> subject) throws Exception {
    return subject.within(LIMIT, () -> presence.lies(subject.device(), SHORT));
  }

  void empty(Subject<D> subject) throws Exception {
    subject.require(!lies(subject), "says that a card is there");
  }

  void present(Subject<D> subject) throws Exception {
    subject.require(lies(subject), "says that no card is there");
  }

  void readsPlaced(Subject<D> subject) throws Exception {
    subject.make(hands.lift());
    Future<String> waiting = subject.begin(() -> reading.read(subject.device(), READ));
    try {
      long start = System.nanoTime();
      subject.make(hands.place());
      last = subject.outcome(waiting, LIMIT);
      subject.note(Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
    } finally {
      waiting.cancel(true);
    }
  }

  private String read(Subject<D> subject) throws Exception {
    return subject.within(LIMIT, () -> reading.read(subject.device(), READ));
  }

  void again(Subject<D> subject) throws Exception {
    for (int i = 0; i < TIMES; i++) {
      subject.require(read(subject).equals(last), "another answer");
    }
  }

  void taken(Subject<D> subject) throws Exception {
    subject.make(hands.lift());
    long start = System.nanoTime();
    while (lies(subject)) {
      subject.require(System.nanoTime() - start < noticed.toNanos(), "still says that one is");
    }
  }

  void another(Subject<D> subject) throws Exception {
    String before = last;
    subject.make(hands.another());
    last = read(subject);
    subject.require(!last.equals(before), "gave the card before");
  }

  /** A card of another kind, refused with one of these. */
  void foreign(Subject<D> subject, FaultCode... expected) throws Exception {
    subject.make(hands.foreign());
    DeviceException fault =
        subject.fault(LIMIT, () -> reading.read(subject.device(), SHORT), expected);
    subject.note(fault.fault().name());
  }

  void snatched(Subject<D> subject) throws Exception {
    subject.make(hands.lift());
    Future<String> waiting = subject.begin(() -> reading.read(subject.device(), SNATCHED));
    try {
      subject.make(hands.place());
      subject.make(hands.lift());
      subject.outcome(waiting, LIMIT);
      subject.note("read it before");
    } catch (DeviceException e) {
      subject.note(e.fault().name());
    } finally {
      waiting.cancel(true);
    }
  }
}
