package egov.kiosk.upkeep.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.document.SealPlace;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.upkeep.FirstStart;
import egov.kiosk.domain.upkeep.Outcome;
import egov.kiosk.domain.upkeep.SetupException;
import egov.kiosk.domain.upkeep.SetupException.Reason;
import egov.kiosk.domain.upkeep.SetupStep;
import egov.kiosk.domain.upkeep.SetupView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a machine without anything is given at its page: a technician, a broker, a seal. */
class BareStartTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  @TempDir private Path directory;
  private final Bench bench = new Bench();

  private Commissioning desk() throws IOException {
    return new Commissioning(directory.resolve("upkeep"), bench, () -> Bench.NOW);
  }

  private static FirstStart.Wish wish(String code, String badge, String pin) {
    return new FirstStart.Wish(code, "fz-gl-000042", "desk.example:8895", badge, pin);
  }

  private static Reason refused(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(SetupException.class, call).reason();
  }

  @Test
  void rightCode_technicianIsInTheBookBeforeTheMachineIsAKiosk() throws Exception {
    desk().begin(wish("right", "2048", "830264"), SHORT);
    assertEquals(List.of("2048 enrolled=false"), bench.staff);
    assertEquals("fz-gl-000042", bench.kept.get("crypto.kioskId"));
    assertEquals("", bench.asked.authority(), "no root is taken from whoever types");
    assertEquals(1, bench.restarts);
  }

  @Test
  void wrongCode_leavesNobodyAndNothing() throws Exception {
    assertEquals(
        Reason.CODE_REFUSED, refused(() -> desk().begin(wish("wrong", "2048", "830264"), SHORT)));
    assertTrue(bench.staff.isEmpty() && bench.kept.isEmpty());
    assertEquals(0, bench.restarts);
  }

  @Test
  void cutOffBehindTheBook_technicianIsToldToGoOn_andTheSameCodeDoes() throws Exception {
    bench.cutOff = true;
    SetupException half =
        assertThrows(
            SetupException.class, () -> desk().begin(wish("right", "2048", "830264"), SHORT));
    assertEquals(Reason.TECHNICIAN_TAKEN, half.reason());
    assertEquals("PLATFORM_UNREACHABLE", half.detail());
    assertFalse(desk().firstStart().open());
    assertEquals(0, bench.restarts);
    bench.cutOff = false;
    desk().enrol("right", "fz-gl-000042", "desk.example:8895", "", SHORT);
    assertEquals(1, bench.restarts);
    assertEquals(List.of("2048 enrolled=false"), bench.staff, "and is in the book once");
  }

  @Test
  void weakPin_isSaidBeforeTheCodeIsUsed() {
    AccessException weak =
        assertThrows(
            AccessException.class, () -> desk().begin(wish("right", "2048", "123456"), SHORT));
    assertEquals(AccessException.Reason.PIN_TOO_WEAK, weak.reason());
    assertEquals(null, bench.asked);
  }

  @Test
  void somebodyWorksHere_orItIsAKiosk_orItBelievesNobody_nothingIsOpen() throws Exception {
    assertTrue(desk().firstStart().open());
    bench.believes = false;
    assertEquals(
        Reason.NO_ENROLMENT, refused(() -> desk().begin(wish("right", "2048", "830264"), SHORT)));
    bench.believes = true;
    bench.worked = true;
    assertFalse(desk().firstStart().open());
    assertEquals(
        Reason.NO_ENROLMENT, refused(() -> desk().begin(wish("right", "2048", "830264"), SHORT)));
    bench.worked = false;
    bench.enrolled = true;
    assertFalse(desk().firstStart().open());
    assertTrue(bench.staff.isEmpty());
  }

  @Test
  void exampleId_isNobodys_andHasToBeTyped() throws Exception {
    bench.settings.put("crypto.kioskId", "fz-gl-000001");
    assertEquals("", desk().firstStart().kioskId());
    FirstStart.Wish nameless = new FirstStart.Wish("right", "", "desk.example:1", "2048", "830264");
    SetupException refused =
        assertThrows(SetupException.class, () -> desk().begin(nameless, SHORT));
    assertEquals("kioskId", refused.detail());
    SetupException nobody =
        assertThrows(
            SetupException.class, () -> desk().enrol("right", "", "desk.example:1", "", SHORT));
    assertEquals("kioskId", nobody.detail(), "nor is it enrolled as the example");
  }

  @Test
  void broker_passwordLiesInItsFileAlone() throws Exception {
    Path file = directory.resolve("keys/broker.password");
    bench.settings.put("uplink.passwordFile", file.toString());
    assertFalse(desk().view().password());
    SetupView view = desk().broker("broker.example:8883", "Gulou-7!", SHORT);
    assertEquals("ssl://broker.example:8883", view.broker());
    assertEquals("ssl://broker.example:8883", bench.settings.get("uplink.brokerUri"));
    assertTrue(view.password());
    assertEquals("Gulou-7!\n", Files.readString(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertFalse(view.toString().contains("Gulou-7"));
    desk().broker("127.0.0.1:1883", "", SHORT);
    assertEquals("tcp://127.0.0.1:1883", bench.settings.get("uplink.brokerUri"));
    assertEquals("Gulou-7!\n", Files.readString(file), "an empty one leaves it as it was");
  }

  /** The connection of before goes on saying that it is well until it is made anew. */
  @Test
  void wrongPassword_isNotConfirmedByTheConnectionThereWas() throws Exception {
    Path file = directory.resolve("keys/broker.password");
    bench.settings.put("uplink.passwordFile", file.toString());
    bench.network = Finding.ok("broker", "connected");
    List<String> renewed = new ArrayList<>();
    bench.line =
        Optional.of(
            (address, timeout) -> {
              renewed.add(address);
              boolean right = password(file).equals("right\n");
              bench.network =
                  right
                      ? Finding.ok("broker", "connected")
                      : new Finding("broker", Level.WARN, "refused", Actor.TECHNICIAN, "again");
            });
    SetupView refused = desk().broker("broker.example:8883", "wrong", SHORT);
    assertEquals(Outcome.FAILED, refused.steps().get(SetupStep.NETWORK).outcome());
    assertEquals("refused", refused.steps().get(SetupStep.NETWORK).findings().get(0).what());
    SetupView taken = desk().broker("broker.example:8883", "right", SHORT);
    assertEquals(Outcome.PASSED, taken.steps().get(SetupStep.NETWORK).outcome());
    assertEquals(List.of("ssl://broker.example:8883", "ssl://broker.example:8883"), renewed);
  }

  private static String password(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "host",
        "host:0",
        "host:65536",
        "tcp://host:1883",
        "ssl://a..b:1",
        "ssl://h:1/x",
        "ssl://u@h:1",
        "-h:1",
        "http://h:1"
      })
  void addressOfNoBroker_isRefused(String address) throws Exception {
    SetupException refused =
        assertThrows(SetupException.class, () -> desk().broker(address, "", SHORT));
    assertEquals("broker", refused.detail());
    assertFalse(bench.settings.containsKey("uplink.brokerUri"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "line\nbreak", "汉字"})
  void passwordThatIsNoWord_isRefused(String password) throws Exception {
    SetupException refused =
        assertThrows(SetupException.class, () -> desk().broker("h:1", password, SHORT));
    assertEquals("password", refused.detail());
    assertFalse(refused.getMessage().contains(password));
  }

  @Test
  void seal_isTakenFromAStickOnly() throws Exception {
    Path stick = Files.createDirectories(directory.resolve("media/STICK"));
    Path seal = Files.writeString(stick.resolve("gulou.ESL"), "seal");
    Files.writeString(stick.resolve("notes.txt"), "notes");
    Path elsewhere = Files.writeString(directory.resolve("other.esl"), "other");
    Files.createSymbolicLink(stick.resolve("link.esl"), elsewhere);
    bench.media.add(directory.resolve("media"));
    bench.media.add(directory.resolve("nothing-mounted"));
    assertEquals(List.of(seal.toString()), desk().view().seals());
    desk().seal(seal.toString());
    assertEquals(List.of("seal"), bench.seals);
    for (Path file : List.of(elsewhere, stick.resolve("link.esl"), stick.resolve("notes.txt"))) {
      assertEquals(Reason.BAD_ANSWER, refused(() -> desk().seal(file.toString())));
    }
  }

  @Test
  void sealThatIsNotThisKiosks_isRefusedWithWhy() throws Exception {
    bench.media.add(directory);
    Path seal = Files.writeString(directory.resolve("a.esl"), "seal");
    bench.sealFault = Optional.of(SealPlace.Fault.OTHER_CERTIFICATE);
    SetupException refused = assertThrows(SetupException.class, () -> desk().seal(seal.toString()));
    assertEquals("OTHER_CERTIFICATE", refused.detail());
    bench.sealFault = Optional.of(SealPlace.Fault.NO_PLACE);
    desk().seal(seal.toString());
    Path own = directory.resolve("upkeep/kiosk.esl");
    assertEquals("seal", Files.readString(own));
    assertEquals(own.toString(), bench.settings.get("documents.sealFile"));
  }
}
