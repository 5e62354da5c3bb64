package egov.kiosk.access;

import egov.kiosk.access.book.BookPlace;
import egov.kiosk.crypto.sm.Sm2PrivateKey;
import egov.kiosk.crypto.sm.Sm2Signing;
import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.AccessException.Reason;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.CardAnswer;
import egov.kiosk.domain.access.Challenge;
import egov.kiosk.domain.access.Credentials;
import egov.kiosk.domain.access.SignedIn;
import egov.kiosk.domain.access.StaffAdministration;
import egov.kiosk.domain.access.StaffDoor;
import egov.kiosk.domain.access.StaffRole;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A kiosk's room under clocks of the test's own. */
final class Lab implements AuditLog {
  static final Badge ADMIN = new Badge("admin");
  static final Badge COUNTER = new Badge("1001");
  static final Badge TECHNICIAN = new Badge("T-7");
  static final String PIN = "482915";
  static final String ADMIN_PIN = "730461";
  static final String TECHNICIAN_PIN = "915028";
  static final String WRONG = "604817";

  final Path directory;
  final BookPlace place;
  final List<AuditEvent> heard = new ArrayList<>();
  final List<String> kioskIds = new ArrayList<>(List.of("fz-gl-000001"));
  final SecureRandom random = new SecureRandom();
  final Sm2PrivateKey card;
  AccessSettings settings =
      new AccessSettings(true, Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofHours(8));
  Instant now = Instant.parse("2026-11-22T06:00:00Z");
  long nanos = 1_000_000_000L;
  boolean auditFull;
  AccessRoom room;

  /** A first start, unless a book lies there. */
  Lab(Path directory) {
    this(directory, Sm2PrivateKey.generate(new SecureRandom()), Optional.empty());
  }

  /** A first start bound to what a file says of the machine. */
  Lab(Path directory, Path machine) {
    this(directory, Sm2PrivateKey.generate(new SecureRandom()), Optional.of(machine));
  }

  private Lab(Path directory, Sm2PrivateKey card, Optional<Path> machine) {
    this.card = card;
    this.directory = directory;
    place = new BookPlace(directory.resolve("access"), directory.resolve("keys/secret"), machine);
    start();
  }

  /**
   * Starts, or starts again: what is only in memory is gone, and the clock never set is another.
   */
  void start() {
    nanos = random.nextLong(1L << 40);
    room =
        AccessRoom.open(
            place,
            new Around(() -> kioskIds.get(0), () -> settings, () -> this, () -> now),
            random,
            () -> nanos);
    room.announce();
  }

  StaffDoor door() {
    return room.door();
  }

  StaffAdministration office() {
    return room.office();
  }

  void pass(Duration time) {
    nanos += time.toNanos();
    now = now.plus(time);
  }

  String startSecret() throws IOException {
    return Files.readString(place.startSecret()).strip();
  }

  /** The administrator has a PIN and a card; counter staff and a technician are there. */
  static Lab furnished(Path directory) throws IOException {
    Template template = Template.get();
    template.into(directory);
    return new Lab(directory, template.card(), Optional.empty());
  }

  /** A kiosk whose furnished files lie there. */
  static Lab furnishedAlready(Path directory) {
    return new Lab(directory);
  }

  /** Makes of a first start what {@link #furnished} begins with. */
  void furnish() throws Exception {
    String start = startSecret();
    String token = door().signIn(ADMIN, Credentials.pin(start)).token();
    door().changePin(token, start, ADMIN_PIN);
    office().addCard(token, ADMIN, point(card));
    String full = administrator();
    office().add(full, COUNTER, StaffRole.COUNTER, Optional.of(PIN));
    office().add(full, TECHNICIAN, StaffRole.TECHNICIAN, Optional.of(TECHNICIAN_PIN));
    door().signOut(full);
  }

  String administrator() throws AccessException {
    return door().signIn(ADMIN, Credentials.both(ADMIN_PIN, answer(ADMIN, card))).token();
  }

  String technician() throws AccessException {
    return door().signIn(TECHNICIAN, Credentials.pin(TECHNICIAN_PIN)).token();
  }

  SignedIn counter() throws AccessException {
    return door().signIn(COUNTER, Credentials.pin(PIN));
  }

  CardAnswer answer(Badge badge, Sm2PrivateKey key) throws AccessException {
    return answer(door().challenge(badge), key);
  }

  CardAnswer answer(Challenge challenge, Sm2PrivateKey key) {
    return new CardAnswer(challenge.nonce(), sign(challenge.text(), key));
  }

  byte[] sign(String text, Sm2PrivateKey key) {
    return new Sm2Signing(key, random).sign(text.getBytes(StandardCharsets.US_ASCII));
  }

  static String point(Sm2PrivateKey key) {
    return HexFormat.of().formatHex(key.publicKey().encoded());
  }

  /** How a sign-in with a PIN ends: the reason and what it says; empty when it succeeds. */
  String outcome(Badge badge, String pin) {
    return outcome(badge, Credentials.pin(pin));
  }

  String outcome(Badge badge, Credentials credentials) {
    try {
      door().signIn(badge, credentials);
      return "";
    } catch (AccessException e) {
      return e.reason()
          + (e.reason() == Reason.LOCKED
              ? " " + e.lockedFor().toSeconds()
              : " " + e.attemptsLeft());
    }
  }

  /** Why it is refused. */
  static Reason refusal(Call call) {
    try {
      call.make();
      return null;
    } catch (AccessException e) {
      return e.reason();
    }
  }

  interface Call {
    void make() throws AccessException;
  }

  @Override
  public synchronized void record(AuditEvent event) {
    heard.add(event);
  }

  @Override
  public void require(AuditEvent event) throws AuditUnavailableException {
    if (auditFull) {
      throw new AuditUnavailableException(
          AuditUnavailableException.Reason.FULL, "as the test wants");
    }
    record(event);
  }

  /** What was recorded, one line each. */
  List<String> log() {
    return heard.stream()
        .map(
            event ->
                event
                    + " "
                    + event.actor().code()
                    + " "
                    + event.subject()
                    + " "
                    + event.attributes())
        .toList();
  }
}
