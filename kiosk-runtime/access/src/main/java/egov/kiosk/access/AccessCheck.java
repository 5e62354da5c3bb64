package egov.kiosk.access;

import egov.kiosk.access.book.Book;
import egov.kiosk.access.book.BookException;
import egov.kiosk.access.book.Member;
import egov.kiosk.access.book.PinState;
import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.StaffRole;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether people can sign in here, and whether only the right ones can. */
final class AccessCheck implements HealthCheck {
  private static final String NAME = "access";

  private final Desk desk;

  AccessCheck(Desk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    try {
      return desk.alone(this::look);
    } catch (AccessException e) {
      throw new IllegalStateException("a look throws none", e);
    }
  }

  private Finding look() {
    Book book;
    try {
      book = desk.shelf.book();
    } catch (BookException e) {
      String text = e.getMessage();
      return new Finding(
          NAME,
          Level.FAIL,
          "nobody can sign in: " + e.fault().what(),
          Actor.TECHNICIAN,
          text.substring(text.indexOf(':') + 2));
    }
    List<String> seen = new ArrayList<>();
    List<String> advice = new ArrayList<>();
    startSecret(book, seen, advice);
    administrators(book, seen, advice);
    locked(book, seen, advice);
    if (desk.place.machineFile().isEmpty()) {
      seen.add(
          "the secret of the PINs lies in a file that a copied disk has too, for laboratories");
      advice.add("set access.machineFile to what only this machine has");
    }
    return seen.isEmpty()
        ? Finding.ok(NAME, book.everybody().size() + " people can sign in")
        : new Finding(
            NAME, Level.WARN, String.join("; ", seen), Actor.TECHNICIAN, String.join("; ", advice));
  }

  private void startSecret(Book book, List<String> seen, List<String> advice) {
    if (book.everybody().stream().anyMatch(member -> member.state() == PinState.START)) {
      seen.add("the start secret is still in force");
      advice.add(
          Files.exists(desk.place.startSecret())
              ? "sign in with the one in " + desk.place.startSecret() + " and choose a PIN"
              : "sign in with it and choose a PIN: kiosk staff pin");
    }
    if (Files.exists(desk.place.importList())) {
      seen.add("a list of staff lies there that was not taken");
      advice.add("see the log why, then delete " + desk.place.importList());
    }
  }

  private void administrators(Book book, List<String> seen, List<String> advice) {
    List<Member> administrators =
        book.everybody().stream()
            .filter(member -> member.role() == StaffRole.ADMINISTRATOR)
            .toList();
    if (administrators.isEmpty()) {
      seen.add("nobody is administrator");
      advice.add("begin anew: see the README of the room access");
      return;
    }
    if (administrators.stream()
        .anyMatch(member -> member.state() != PinState.START && member.cards().isEmpty())) {
      seen.add("an administrator has no key card");
      advice.add("put one in force: kiosk staff card");
    }
  }

  private void locked(Book book, List<String> seen, List<String> advice) {
    long locked =
        book.everybody().stream().filter(member -> !desk.guard.left(member).isZero()).count();
    if (locked > 0) {
      seen.add(locked + " locked out by wrong PINs");
      advice.add("ask who tried; kiosk staff unlock lifts it");
    }
  }
}
