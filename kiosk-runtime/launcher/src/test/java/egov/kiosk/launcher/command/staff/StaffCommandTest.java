package egov.kiosk.launcher.command.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.access.AccessRoom;
import egov.kiosk.access.AccessSettings;
import egov.kiosk.access.Around;
import egov.kiosk.access.book.BookPlace;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.StaffAdministration;
import egov.kiosk.domain.access.StaffDoor;
import egov.kiosk.domain.access.StaffRole;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.outbox.Courier;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.launcher.KioskCommand;
import egov.kiosk.launcher.LabHome;
import egov.kiosk.launcher.LabKiosk.Said;
import egov.kiosk.localapi.LocalApi;
import egov.kiosk.localapi.Technicians;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Who works here, said on the command line of a running kiosk; OpenSSL plays the key card. */
class StaffCommandTest {
  private static final String ADMIN_PIN = "730461";
  private static final String PIN = "482915";

  @TempDir Path directory;
  private AccessRoom people;
  private LocalApi api;
  private String start;

  @BeforeEach
  void open() throws Exception {
    LabHome.create(directory.resolve("home"), List.of());
    Files.writeString(
        directory.resolve("kiosk.properties"),
        "local-api.runDirectory = " + directory.resolve("run") + "\n");
    AccessSettings settings =
        new AccessSettings(true, Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofHours(8));
    people =
        AccessRoom.open(
            new BookPlace(
                directory.resolve("people"), directory.resolve("keys/secret"), Optional.empty()),
            new Around(
                () -> "fz-gl-000001", () -> settings, () -> AuditLog.NONE, InstantSource.system()),
            new SecureRandom(),
            System::nanoTime);
    start = Files.readString(directory.resolve("people/start-secret")).strip();
    api = LocalApi.open(0, directory.resolve("run"), path -> null, technicians());
    openssl("ecparam", "-name", "SM2", "-genkey", "-noout", "-out", "card.key");
    openssl("pkey", "-in", "card.key", "-pubout", "-out", "card.pub");
  }

  @AfterEach
  void close() {
    api.close();
  }

  private Technicians technicians() {
    return new Technicians() {
      @Override
      public Optional<Outbox> outbox() {
        return Optional.empty();
      }

      @Override
      public Optional<Courier> courier() {
        return Optional.empty();
      }

      @Override
      public Optional<StaffDoor> door() {
        return Optional.of(people.door());
      }

      @Override
      public Optional<StaffAdministration> staff() {
        return Optional.of(people.office());
      }

      @Override
      public List<Finding> findings() {
        return List.of();
      }
    };
  }

  private void openssl(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).directory(directory.toFile()).start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
  }

  /** What signs for the key card: any program that reads the text and writes the signature. */
  private String card() {
    return "cat > "
        + directory.resolve("text")
        + " && openssl pkeyutl -sign -inkey "
        + directory.resolve("card.key")
        + " -rawin -digest sm3 -pkeyopt distid:1234567812345678 -in "
        + directory.resolve("text")
        + " | od -An -v -tx1";
  }

  /** Runs {@code kiosk staff} with lines on its standard input. */
  private Said staff(List<String> typed, String... arguments) {
    List<String> whole = new ArrayList<>(List.of("staff"));
    whole.addAll(List.of(arguments));
    whole.addAll(
        List.of(
            "--home", directory.resolve("home").toString(),
            "--data", directory.resolve("data").toString(),
            "--config", directory.resolve("kiosk.properties").toString()));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    InputStream before = System.in;
    System.setIn(
        new ByteArrayInputStream(
            (String.join("\n", typed) + "\n").getBytes(StandardCharsets.UTF_8)));
    try {
      CommandLine line = KioskCommand.commandLine();
      line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
      return new Said(line.execute(whole.toArray(new String[0])), out.toString(), err.toString());
    } finally {
      System.setIn(before);
    }
  }

  private Said administrator(List<String> typedMore, String... arguments) {
    List<String> typed = new ArrayList<>(List.of("admin", ADMIN_PIN));
    typed.addAll(typedMore);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--card-command", card()));
    return staff(typed, all.toArray(new String[0]));
  }

  /** What whoever sets up a kiosk does first. */
  private void setUp() {
    assertDone(staff(List.of("admin", start, ADMIN_PIN, ADMIN_PIN), "pin"));
    Said card =
        staff(
            List.of("admin", ADMIN_PIN),
            "card",
            "admin",
            "--add",
            directory.resolve("card.pub").toString());
    assertEquals(0, card.code(), card.err());
    assertTrue(card.out().matches("card [0-9a-f]{16}\n"), card.out());
  }

  private static void assertDone(Said said) {
    assertEquals(0, said.code(), said.err());
    assertEquals("done", said.out().strip());
  }

  @Test
  void setUp_addListUnlockRemove() throws Exception {
    setUp();
    assertDone(administrator(List.of(PIN, PIN), "add", "1001", "COUNTER"));
    people.door().confirm(new Badge("1001"), PIN, StaffRole.COUNTER);
    Said drawn = administrator(List.of(), "add", "1002", "TECHNICIAN", "--draw");
    assertTrue(drawn.out().matches("(?s).*shown this once: [0-9]{8}\n"), drawn.err());
    Said list = administrator(List.of(), "list");
    assertTrue(list.out().contains("1001             COUNTER"), list.err());
    assertTrue(list.out().contains("must-change"), list.out());
    assertDone(administrator(List.of(), "unlock", "1001"));
    assertDone(administrator(List.of("518406", "518406"), "reset", "1001"));
    assertDone(administrator(List.of(), "remove", "1001"));
    Said gone = administrator(List.of(), "remove", "1001");
    assertEquals(1, gone.code());
    assertTrue(gone.err().contains("nobody here has that badge"), gone.err());
  }

  @Test
  void refusals_sayWhatToDo() {
    setUp();
    Said noCard = staff(List.of("admin", ADMIN_PIN), "list");
    assertEquals(1, noCard.code());
    assertTrue(noCard.err().contains("--card"), noCard.err());
    Said weak = administrator(List.of("123456", "123456"), "add", "1001", "COUNTER");
    assertTrue(weak.err().contains("RUN"), weak.err());
    Said unlike = administrator(List.of(PIN, "482916"), "add", "1001", "COUNTER");
    assertTrue(unlike.err().contains("not the same"), unlike.err());
    Said nothing = staff(List.of(), "list");
    assertEquals(1, nothing.code());
    assertEquals(2, administrator(List.of(), "add", "1001", "KING").code());
    for (Said said : List.of(noCard, weak, unlike, nothing)) {
      assertFalse((said.out() + said.err()).contains(ADMIN_PIN));
    }
  }

  @Test
  void oddBadges_refusedBeforeTheyAreSent() {
    for (String odd : List.of("1\"", "a b", "工号", "")) {
      Said said = staff(List.of(odd, PIN), "list");
      assertEquals(1, said.code());
      assertTrue(said.err().contains("letters, digits and hyphens only"), said.err());
    }
  }
}
