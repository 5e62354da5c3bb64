package egov.kiosk.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramCheckTest {
  @TempDir Path temp;
  private ReleaseDesk desk;
  private Path home;

  @BeforeEach
  void release() throws Exception {
    desk = new ReleaseDesk(temp.resolve("release.pem"));
    home = ReleaseDesk.program(temp.resolve("home"));
    desk.sign(home, ProgramTrust.SIGNER);
  }

  private Verdict check() throws Exception {
    return check(ReleaseDesk.NOW, Set.of());
  }

  private Verdict check(Instant now, Set<String> believed) throws Exception {
    return new ProgramCheck(home, desk.trust(), believed, () -> now).run(() -> {});
  }

  @Test
  void untouched_isWhole_alsoWithWhatTheMachineMadeItself() throws Exception {
    Files.writeString(home.resolve("lib/kiosk.jsa"), "archive");
    Files.createDirectories(home.resolve("data"));
    Files.writeString(home.resolve("data/outbox.db"), "queue");
    Verdict verdict = check();
    assertTrue(verdict.whole(), verdict.sentence());
    assertEquals(3, verdict.files());
    assertEquals("3 program files are as they were released", verdict.sentence());
  }

  @Test
  void throughTheLinkThatNamesTheSlot_isWhole() throws Exception {
    Path link = Files.createSymbolicLink(temp.resolve("current"), home.getFileName());
    Verdict verdict =
        new ProgramCheck(link, desk.trust(), Set.of(), () -> ReleaseDesk.NOW).run(() -> {});
    assertTrue(verdict.whole(), verdict.sentence());
  }

  @Test
  void alteredMissingAddedLinked_eachIsNamed() throws Exception {
    Files.writeString(home.resolve("bundles/a.jar"), "0ne");
    Files.delete(home.resolve("bundles/b.jar"));
    Files.writeString(home.resolve("bundles/evil.jar"), "evil");
    Path moved = Files.move(home.resolve("lib/启动.jar"), temp.resolve("elsewhere"));
    Files.createSymbolicLink(home.resolve("lib/启动.jar"), moved);
    Verdict verdict = check();
    assertEquals(
        List.of(
            "bundles/a.jar was altered",
            "bundles/b.jar is missing",
            "lib/启动.jar was altered",
            "bundles/evil.jar was added"),
        verdict.faults());
  }

  @Test
  void integratorsFile_isBelievedByItsDigestOnly() throws Exception {
    Files.createDirectories(home.resolve("drivers"));
    Files.writeString(home.resolve("drivers/vendor.jar"), "abc");
    assertEquals(List.of("drivers/vendor.jar was added"), check().faults());
    // SM3("abc") of GB/T 32905, annex A.
    String sm3 = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";
    assertTrue(check(ReleaseDesk.NOW, Set.of(sm3)).whole());
    Files.writeString(home.resolve("drivers/vendor.jar"), "abd");
    assertFalse(check(ReleaseDesk.NOW, Set.of(sm3)).whole());
  }

  @Test
  void listOfAnotherOrUnsignedOrStranger_isRefused() throws Exception {
    Path list = home.resolve(ProgramList.FILE_NAME);
    byte[] signed = Files.readAllBytes(list);
    Files.writeString(list, Files.readString(list).replace("bundles/a.jar", "bundles/A.jar"));
    assertTrue(check().sentence().contains("not the one that was signed"), check().sentence());
    Files.write(list, signed);
    assertTrue(check().whole());

    desk.sign(home, "somebody-else");
    assertTrue(check().sentence().contains("does not release programs"), check().sentence());

    new ReleaseDesk(temp.resolve("stranger.pem")).sign(home, ProgramTrust.SIGNER);
    assertTrue(check().sentence().contains("not believed"), check().sentence());

    Files.delete(home.resolve(ProgramList.SIGNATURE_NAME));
    assertTrue(check().sentence().contains("missing"), check().sentence());
  }

  @Test
  void clockWrongOrCertificateRunOut_programStaysBelieved() throws Exception {
    assertTrue(check(Instant.EPOCH, Set.of()).whole());
    assertTrue(check(ReleaseDesk.NOW.plus(Duration.ofDays(700)), Set.of()).whole());
  }

  @Test
  void oneBitOfAnyFile_isSeen() throws Exception {
    byte[] bytes = Files.readAllBytes(home.resolve("bundles/b.jar"));
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(home.resolve("bundles/b.jar"), flipped);
      assertEquals(List.of("bundles/b.jar was altered"), check().faults());
    }
  }

  @Test
  void notWantedAnyMore_ends() {
    ProgramCheck check = new ProgramCheck(home, desk.trust(), Set.of(), () -> ReleaseDesk.NOW);
    assertThrows(
        InterruptedException.class,
        () ->
            check.run(
                () -> {
                  throw new InterruptedException();
                }));
  }
}
