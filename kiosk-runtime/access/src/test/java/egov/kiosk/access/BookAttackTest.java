package egov.kiosk.access;

import static egov.kiosk.access.Lab.ADMIN;
import static egov.kiosk.access.Lab.COUNTER;
import static egov.kiosk.access.Lab.PIN;
import static egov.kiosk.access.Lab.WRONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that somebody changed behind the kiosk's back. */
class BookAttackTest {
  @TempDir Path directory;
  private Lab lab;

  @BeforeEach
  void open() throws Exception {
    lab = Lab.furnished(directory);
  }

  private String said() {
    Finding finding = lab.room.check().check(Duration.ofSeconds(1));
    return finding.level() + " " + finding.what() + ": " + finding.advice();
  }

  private void assertNobodyGetsIn(String why) {
    assertEquals("UNAVAILABLE 0", lab.outcome(COUNTER, PIN));
    assertTrue(said().startsWith("FAIL") && said().contains(why), said());
    lab.start();
    assertEquals("UNAVAILABLE 0", lab.outcome(COUNTER, PIN), "nor after a start");
  }

  @Test
  @DisplayName("K02 an older book put back, to have fewer wrong PINs counted")
  void k02_olderBook_refusedUntilSomebodyAccountsForIt() throws Exception {
    byte[] before = Files.readAllBytes(lab.place.book());
    for (int i = 0; i < 5; i++) {
      lab.outcome(COUNTER, WRONG);
    }
    Files.write(lab.place.book(), before);
    lab.heard.clear();
    lab.start();
    assertEquals(
        List.of("key.changed failed by system  part:staff-book {REASON=OLDER}"), lab.log());
    assertNobodyGetsIn("older one");
    Files.delete(lab.place.mark());
    lab.heard.clear();
    lab.start();
    assertEquals("", lab.outcome(COUNTER, PIN));
    assertTrue(lab.log().get(0).contains("UNMARKED"), lab.log().toString());
  }

  @Test
  @DisplayName("K02 the counter edited")
  void k02_anyByteChanged_setAsideAndNeverDeleted() throws Exception {
    byte[] whole = Files.readAllBytes(lab.place.book());
    for (int at : new int[] {0, 4, 20, whole.length / 2, whole.length - 1}) {
      byte[] edited = whole.clone();
      edited[at] ^= 1;
      Files.write(lab.place.book(), edited);
      lab.now = lab.now.plusSeconds(1);
      lab.start();
      assertTrue(said().startsWith("FAIL nobody can sign in: the book of staff does not open"));
      assertNobodyGetsIn("");
    }
    assertEquals(5, aside().size(), "every one of them kept");
    Files.write(lab.place.book(), whole);
    lab.start();
    assertEquals("", lab.outcome(COUNTER, PIN));
  }

  @Test
  @DisplayName("K02 the book deleted, for a new start secret")
  void k02_bookDeleted_noNewStartSecret() throws Exception {
    Files.delete(lab.place.book());
    lab.start();
    assertNobodyGetsIn("gone");
    assertFalse(Files.exists(lab.place.startSecret()));
    Files.delete(lab.place.mark());
    lab.start();
    assertEquals("", lab.outcome(ADMIN, lab.startSecret()), "who accounts for it begins anew");
    assertEquals("REFUSED 4", lab.outcome(COUNTER, PIN), "and nobody is left from before");
  }

  @Test
  void truncated_setAside() throws Exception {
    byte[] whole = Files.readAllBytes(lab.place.book());
    for (int length : new int[] {0, 3, 4, 31, whole.length - 1}) {
      Files.write(lab.place.book(), java.util.Arrays.copyOf(whole, length));
      lab.now = lab.now.plusSeconds(1);
      lab.start();
      assertNobodyGetsIn("");
    }
  }

  @Test
  void otherKiosksBook_setAside() throws Exception {
    Lab other = new Lab(directory.resolve("other"));
    Files.write(lab.place.book(), Files.readAllBytes(other.place.book()));
    lab.start();
    assertNobodyGetsIn("");
  }

  @Test
  void secretGone_refusedAndNotReplaced() throws Exception {
    Path away = directory.resolve("away");
    Files.move(lab.place.secretFile(), away);
    lab.start();
    assertNobodyGetsIn("secret");
    assertFalse(Files.exists(lab.place.secretFile()));
    Files.move(away, lab.place.secretFile());
    lab.start();
    assertEquals("", lab.outcome(COUNTER, PIN));
  }

  @Test
  void secretOpenToOthers_refused() throws Exception {
    Files.setPosixFilePermissions(
        lab.place.secretFile(), PosixFilePermissions.fromString("rw-r-----"));
    lab.start();
    assertNobodyGetsIn("open to others");
  }

  @Test
  void markDamaged_saidAndWrittenAnew() throws Exception {
    Files.writeString(
        lab.place.mark(), "egov.kiosk access mark 1\n999999 " + "0".repeat(64) + "\n");
    lab.heard.clear();
    lab.start();
    assertEquals("", lab.outcome(COUNTER, PIN));
    assertTrue(lab.log().get(0).contains("UNMARKED"));
  }

  @Test
  void diskRefusesWrites_noPinIsLookedAtUntilItTakesThem() throws Exception {
    Path place = lab.place.directory();
    Path away = directory.resolve("away");
    Files.move(place, away);
    Files.writeString(place, "a file where the directory should be");
    assertEquals("UNAVAILABLE 0", lab.outcome(COUNTER, PIN));
    assertEquals("UNAVAILABLE 0", lab.outcome(COUNTER, WRONG));
    Files.delete(place);
    Files.move(away, place);
    assertEquals("", lab.outcome(COUNTER, PIN), "without a start");
  }

  @Test
  void otherMachine_bookDoesNotOpen() throws Exception {
    Path bound = directory.resolve("bound");
    Path machine = directory.resolve("uuid");
    Files.writeString(machine, "one");
    Lab here = new Lab(bound, machine);
    assertEquals("", here.outcome(ADMIN, here.startSecret()));
    assertEquals(Level.WARN, here.room.check().check(Duration.ofSeconds(1)).level());
    Files.writeString(machine, "another");
    here.start();
    assertEquals("UNAVAILABLE 0", here.outcome(ADMIN, "any"));
  }

  private List<Path> aside() throws IOException {
    try (Stream<Path> files = Files.list(lab.place.directory())) {
      return files.filter(file -> file.toString().contains("damaged-")).toList();
    }
  }
}
