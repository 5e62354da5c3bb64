package egov.kiosk.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.custody.PemFiles;
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

/** Attack tests C13 and J03: what belongs into a laboratory does not start in production. */
class ProductionProfileTest {
  @TempDir Path directory;

  private Path file;
  private final Map<String, Object> crypto = new HashMap<>();
  private final Map<String, Object> documents = new HashMap<>();
  private final Map<String, Object> access = new HashMap<>();
  private final Map<String, Object> updates = new HashMap<>();

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
    Configuration configuration =
        new Configuration(
            Map.of("crypto", crypto, "documents", documents, "access", access, "updates", updates));
    try {
      ProductionRules.check(file, configuration);
      return List.of();
    } catch (ConfigurationException e) {
      return e.complaints();
    }
  }

  private void refused(String words) {
    List<String> complaints = complaints();
    assertEquals(1, complaints.size(), complaints.toString());
    assertTrue(complaints.get(0).startsWith(file + ": production: "), complaints.get(0));
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
    crypto.put("kioskId", ProductionRules.EXAMPLE_ID);
    refused("crypto.kioskId");
  }

  /** A machine that is nobody yet starts, so that its page can ask who it is to be. */
  @Test
  void exampleId_onAMachineWithoutAnIdentity_starts() throws Exception {
    Path platform = directory.resolve("platform-enc.pem");
    crypto.put("kioskId", ProductionRules.EXAMPLE_ID);
    crypto.put("platformEncryptionCertificateFile", platform.toString());
    assertEquals(List.of(), complaints());
    Files.writeString(platform, "a certificate");
    refused("crypto.kioskId");
  }

  @Test
  void everything_isSaidAtOnce() throws Exception {
    crypto.clear();
    crypto.put("kioskId", ProductionRules.EXAMPLE_ID);
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
    assertTrue(refused.contains("crypto.custody is file"), refused);
    Files.writeString(file, "kiosk.profile = shop\n");
    refused = assertThrows(ConfigurationException.class, installation::readSettings).getMessage();
    assertTrue(refused.contains("one of laboratory, production"), refused);
  }
}
