package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import egov.kiosk.town.CitizenPlayer;
import egov.kiosk.town.Town;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A kiosk whose key is in a device behind SDF (GM/T 0018), here the small library of the custody
 * room's tests: it signs what is sealed and proves the kiosk on the national line.
 */
@Tag("e2e")
class HardwareKeyTest {
  private static final String PIN = "31415926";
  private static final Path SOURCES = Tree.ROOT.resolve("kiosk-runtime/custody/src/test/c");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path work;

  private static Path device;
  private static Town town;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    device = Files.createDirectory(work.resolve("device"));
    build(device.resolve("libsdf.so"));
    Path kiosk = work.resolve("pki/kiosk");
    // Made when the town starts, before its kiosk looks for it.
    Files.createSymbolicLink(device.resolve("sign.key"), kiosk.resolve(Town.KIOSK_ID + ".key"));
    Files.writeString(device.resolve("pin"), PIN);
    Path pinFile =
        Files.createFile(
            work.resolve("kiosk.pin"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(pinFile, PIN + "\n");
    Map<String, String> settings = new HashMap<>();
    settings.put("crypto.custody", "sdf");
    settings.put("crypto.softwareKeyAllowed", "false");
    settings.put("custody.kind", "sdf");
    settings.put("custody.library", device.resolve("libsdf.so").toString());
    settings.put("custody.pinFile", pinFile.toString());
    settings.put("custody.sdfKeyIndex", "3");
    settings.put(
        "custody.signingCertificateFile", kiosk.resolve(Town.KIOSK_ID + ".pem").toString());
    town = RunningTown.start(work, new Town.KioskChanges(Map.of(), settings));
  }

  @AfterAll
  static void close() {
    if (town != null) {
      town.close();
    }
  }

  @Test
  void keyInADevice_servesACitizenAndTheLineThroughPullAndWrongPin() throws Exception {
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> broker().contains("SM4"));
    assertTrue(broker().endsWith("over TLSv1.3 with TLS_SM4_GCM_SM3"), broker());
    assertEquals(1, presented());
    serve();

    Files.writeString(device.resolve("fault"), "pulled");
    reconnect();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> broker().contains("this machine's key cannot sign now"));
    Files.delete(device.resolve("fault"));
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> broker().contains("SM4"));
    assertEquals(2, presented());

    // Another PIN from now on: the link tries every two seconds and the device hears of it once.
    Files.writeString(device.resolve("pin"), "27182818");
    Files.writeString(device.resolve("fault"), "pulled");
    reconnect();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> broker().contains("this machine's key cannot sign now"));
    Files.delete(device.resolve("fault"));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> broker().contains("is not shown it again"));
    Awaitility.await()
        .during(Duration.ofSeconds(6))
        .atMost(Duration.ofSeconds(30))
        .until(() -> presented() == 3);
  }

  private static void serve() throws IOException, InterruptedException {
    town.face("same-02.jpg");
    CitizenPlayer citizen = new CitizenPlayer(town);
    // The queue opens once the device has given its key.
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .untilAsserted(() -> citizen.choose("PENSION-QUALIFICATION"));
    citizen.answerConsent(true);
    citizen.placeCard("resident");
    citizen.answerConsent(true);
    citizen.lookAtCamera();
    citizen.fillForm();
    citizen.act("submit", Map.of());
    citizen.await(view -> view.at("/accepted/official").asBoolean(), "the receipt");
    citizen.act("continue", Map.of());
    citizen.act("rating", Map.of("level", 5));
    citizen.takeCardAndLeave();
  }

  private static void reconnect() {
    town.cable().cut();
    town.cable().mend();
  }

  /** What the kiosk says of its line. */
  private static String broker() throws IOException, InterruptedException {
    for (JsonNode finding : town.kiosk().client().get("/api/health").expect().get("findings")) {
      if (finding.get("name").asText().equals("broker")) {
        return finding.get("what").asText();
      }
    }
    return "";
  }

  /** How many PINs the device was shown. */
  private static int presented() throws IOException {
    Path file = device.resolve("presented");
    return Files.exists(file) ? Files.readAllLines(file).size() : 0;
  }

  private static void build(Path library) throws IOException, InterruptedException {
    Process compiler =
        new ProcessBuilder(
                List.of(
                    "gcc",
                    "-shared",
                    "-fPIC",
                    "-O1",
                    "-Wl,-Bsymbolic",
                    "-o",
                    library.toString(),
                    "sdf.c",
                    "core.c",
                    "-lcrypto",
                    "-ldl"))
            .directory(SOURCES.toFile())
            .inheritIO()
            .start();
    assertTrue(compiler.waitFor(60, TimeUnit.SECONDS) && compiler.exitValue() == 0, "gcc failed");
    Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
