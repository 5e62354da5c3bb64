package egov.kiosk.launcher.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.launcher.LabHome;
import egov.kiosk.launcher.port.Laboratory;
import egov.kiosk.launcher.port.ProductionRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack tests C13 and J03: what belongs into a laboratory does not start in production. */
class ProductionProfileTest {
  @TempDir Path directory;

  private Path file;
  private final Map<String, Object> crypto = new HashMap<>();
  private final Map<String, Object> documents = new HashMap<>();
  private final Map<String, Object> access = new HashMap<>();
  private final Map<String, Object> updates = new HashMap<>();
  private final Map<String, Map<String, Object>> rooms = new HashMap<>();

  @BeforeEach
  void good() throws Exception {
    file = directory.resolve("kiosk.properties");
    crypto.put("kioskId", "fz-gl-000777");
    crypto.put("custody", "skf");
    crypto.put("trustFile", authority("province-root"));
  }

  private String authority(String name) throws Exception {
    Path pem = directory.resolve(name + ".pem");
    Instant now = Instant.now();
    PemFiles.writeCertificates(
        pem,
        List.of(
            CertificateAuthority.create(name, now, now.plus(Duration.ofDays(9)), new SecureRandom())
                .certificate()));
    return pem.toString();
  }

  private List<String> complaints() {
    Map<String, Map<String, Object>> all = new HashMap<>(rooms);
    all.putIfAbsent("documents", documents);
    all.putAll(Map.of("crypto", crypto, "access", access, "updates", updates));
    return ProductionRules.complaints(new Configuration(all).texts());
  }

  private void refused(String words) {
    List<String> complaints = complaints();
    assertEquals(1, complaints.size(), complaints.toString());
    assertTrue(complaints.get(0).contains(words), complaints.get(0));
    assertFalse(complaints.get(0).contains("\n"), complaints.get(0));
  }

  @Test
  void deviceKeyAndRealAuthority_start() {
    assertEquals(List.of(), complaints());
  }

  @Test
  void j03_administratorsWithoutASecondFactor_areRefused() {
    access.put("administratorCard", true);
    assertEquals(List.of(), complaints());
    access.put("administratorCard", false);
    refused("access.administratorCard");
  }

  @Test
  void c13_softwareKey_needsAWordAndAPassphrase() {
    crypto.remove("custody");
    refused("crypto.softwareKeyAllowed = true");
    crypto.put("custody", "file");
    refused("crypto.softwareKeyAllowed = true");
    crypto.put("softwareKeyAllowed", true);
    refused("crypto.passphraseFile");
    crypto.put("passphraseFile", "/run/credentials/kiosk.service/key-passphrase");
    assertEquals(List.of(), complaints());
  }

  @Test
  void j03_laboratoryAuthority_isRefused() throws Exception {
    for (String name : List.of("laboratory-ca", "development-root")) {
      crypto.put("trustFile", authority(name));
      refused("crypto.trustFile holds a laboratory's authority");
    }
  }

  @Test
  void j03_laboratoryAuthorityAmongOthers_isRefused() throws Exception {
    Path both = directory.resolve("both.pem");
    Files.writeString(
        both,
        Files.readString(Path.of(authority("province-root-2")))
            + Files.readString(Path.of(authority("laboratory-ca"))));
    documents.put("trustFile", both.toString());
    refused("documents.trustFile");
  }

  /** Every setting of the shipped configuration file by which somebody is believed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "audit-syslog.trustFile",
        "crypto.trustFile",
        "documents.trustFile",
        "identity.packAuthorities",
        "integrity.trustFile",
        "uplink.trustFile"
      })
  void j03_laboratoryAuthority_isRefusedWhereverItIsBelieved(String key) throws Exception {
    String[] names = key.split("\\.", 2);
    Map<String, Object> room = names[0].equals("crypto") ? crypto : others(names[0]);
    room.put(names[1], authority("province-root"));
    assertEquals(List.of(), complaints());
    room.put(names[1], authority("laboratory-ca"));
    refused(key + " holds a laboratory's authority");
  }

  private Map<String, Object> others(String pid) {
    return rooms.computeIfAbsent(pid, fresh -> new HashMap<>());
  }

  /** A room that comes later is either looked at, or written into the test above. */
  @Test
  void j03_everySettingOfTheShippedFileThatNamesAuthorities_isLookedAt() throws Exception {
    Path shipped = Path.of("../../packaging/distribution/src/main/kiosk/conf/kiosk.properties");
    List<String> trusting =
        Files.readAllLines(shipped).stream()
            .map(line -> line.replaceFirst("^# ?", "").split(" = ", 2))
            .filter(line -> line.length == 2 && line[0].matches("[a-z-]+\\.[A-Za-z]+"))
            .filter(line -> line[0].matches(".*([Tt]rust|[Aa]uthorit|[Cc]aFile|[Aa]nchor).*"))
            .filter(line -> line[1].contains("/"))
            .map(line -> line[0])
            .toList();
    assertTrue(trusting.contains("identity.packAuthorities"), trusting.toString());
    assertEquals(
        List.of(), trusting.stream().filter(key -> !Laboratory.isAuthorities(key)).toList());
  }

  @Test
  void j03_laboratoryRootOfUpdates_isRefused() throws Exception {
    Path root = Files.createDirectories(directory.resolve("boot")).resolve("root.json");
    updates.put("program", directory.toString());
    assertEquals(List.of(), complaints());
    Files.writeString(root, "{\"signed\":{\"of\":\"province\"}}");
    assertEquals(List.of(), complaints());
    Files.writeString(root, "{\"signed\":{\"of\":\"egov-lab\"}}");
    refused("updates.program trusts a laboratory's releases");
  }

  @Test
  void j03_laboratorySealAndExampleId_areRefused() throws Exception {
    documents.put(
        "sealFile", Files.writeString(directory.resolve("kiosk.esl"), "0..egov-lab..").toString());
    refused("documents.sealFile");
    documents.clear();
    crypto.put("kioskId", Laboratory.EXAMPLE_ID);
    refused("crypto.kioskId");
  }

  /** A machine that is nobody yet starts, so that its page can ask who it is to be. */
  @Test
  void exampleId_onAMachineWithoutAnIdentity_starts() throws Exception {
    Path platform = directory.resolve("platform-enc.pem");
    crypto.put("kioskId", Laboratory.EXAMPLE_ID);
    crypto.put("platformEncryptionCertificateFile", platform.toString());
    assertEquals(List.of(), complaints());
    Files.writeString(platform, "a certificate");
    refused("crypto.kioskId");
  }

  @Test
  void everything_isSaidAtOnce() throws Exception {
    crypto.clear();
    crypto.put("kioskId", Laboratory.EXAMPLE_ID);
    crypto.put("trustFile", authority("laboratory-ca"));
    assertEquals(3, complaints().size());
  }

  @Test
  void profile_isTheLaunchersAlone() throws Exception {
    LabHome.create(directory);
    Installation installation =
        Installation.of(Optional.of(directory), Optional.empty(), Optional.of(file));
    Files.writeString(file, "kiosk.profile = laboratory\n");
    assertFalse(
        installation.readSettings().configuration().values().containsKey(Profile.COMPONENT));
    Files.writeString(file, "kiosk.profile = production\n");
    String refused =
        assertThrows(ConfigurationException.class, installation::readSettings).getMessage();
    assertTrue(refused.contains(file + ": production: crypto.custody is file"), refused);
    Files.writeString(file, "kiosk.profile = shop\n");
    refused = assertThrows(ConfigurationException.class, installation::readSettings).getMessage();
    assertTrue(refused.contains("one of laboratory, production"), refused);
  }
}
