package egov.kiosk.facepacks.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.custody.PemFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a technician sees, with both packs that ship. */
@Timeout(180)
class FacePackToolTest {
  private static final String DEFAULT = "faceplugin-0.0.1";
  private static final String CLEAN = "dlib-1.0.0";

  @TempDir Path temp;
  private String output = "";
  private Path packs;

  @BeforeEach
  void find() {
    packs = Path.of(System.getProperty("kiosk.cache", "../../.kiosk/cache"));
    assertTrue(
        Files.isDirectory(packs.resolve("face-pack-clean")),
        "run in the checkout: packaging/lib/fetch-face-pack .kiosk/cache"
            + " and packaging/lib/make-clean-face-pack .kiosk/cache");
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--store", temp.resolve("store").toString()));
    ToolProvider tool =
        ServiceLoader.load(ToolProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(one -> one.name().equals("kiosk-face-pack"))
            .findFirst()
            .orElseThrow();
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    int code = tool.run(out, out, all.toArray(new String[0]));
    output = text.toString();
    return code;
  }

  private String pack(String name) {
    return packs.resolve(name).toString();
  }

  private Path copy(String name) throws IOException {
    Path to = Files.createDirectories(temp.resolve("copy-" + name));
    try (var files = Files.list(packs.resolve(name))) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
    return to;
  }

  @Test
  void lifeOfTwoPacks() {
    assertEquals(0, run("install", pack("face-pack")), () -> output);
    assertTrue(output.contains(DEFAULT + " is installed, pinned by its digest; it is in service"));
    assertEquals(0, run("install", pack("face-pack-clean")), () -> output);
    assertTrue(output.contains("not in service: kiosk face pack switch " + CLEAN), output);

    assertEquals(0, run("self-test"), () -> output);
    assertTrue(output.contains(CLEAN + ": embedder answers as it should"), output);

    assertEquals(0, run("switch", CLEAN), () -> output);
    assertEquals(0, run("list"), () -> output);
    assertTrue(output.contains(CLEAN + "  in service"), output);
    assertTrue(output.contains(DEFAULT + "  the one before"), output);
    assertTrue(output.contains("licence: embedder CC0"), output);
    assertTrue(output.contains("card at FAR 1e-04 from 0."), output);

    assertEquals(0, run("rollback"), () -> output);
    assertTrue(output.contains(DEFAULT + " is in service again"), output);
  }

  @Test
  void packThatIsNotPinnedAnyMore_isRefused() {
    assertEquals(1, run("install", pack("face-pack"), "--pins", "0".repeat(64)));
    assertTrue(output.contains("is not signed, and the SM3 of its manifest"), output);
    assertEquals(1, run("rollback"));
    assertEquals(1, run("self-test"));
  }

  @Test
  void rateThePackWasNotMeasuredAt_doesNotServe() {
    assertEquals(0, run("install", pack("face-pack"), "--far", "2e-4"), () -> output);
    assertTrue(output.contains("not in service"), output);
    assertEquals(1, run("switch", DEFAULT, "--far", "2e-4"));
    assertTrue(output.contains("has no card operating point for FAR 2.0E-4"), output);
  }

  @Test
  void packOfOurOwn_isSignedAndBelieved() throws Exception {
    SecureRandom random = new SecureRandom();
    Instant now = Instant.now();
    IssuedKey issued =
        CertificateAuthority.create("lab", now.minusSeconds(60), now.plusSeconds(9000), random)
            .issue(
                "kiosk-0001",
                CertificateUse.SIGN,
                now.minusSeconds(60),
                now.plus(Duration.ofHours(1)));
    Path key = temp.resolve("kiosk.key");
    Path certificate = temp.resolve("kiosk.pem");
    PemFiles.writeKey(key, issued.key());
    PemFiles.writeCertificates(certificate, List.of(issued.certificate()));
    Path own = copy("face-pack");
    Path manifest = own.resolve("pack.properties");
    Files.writeString(
        manifest, Files.readString(manifest).replace("version = 0.0.1", "version = 0.0.1-site"));

    assertEquals(1, run("install", own.toString(), "--own", certificate.toString()));
    assertEquals(
        0,
        run(
            "sign",
            own.toString(),
            "--key",
            key.toString(),
            "--certificate",
            certificate.toString()),
        () -> output);
    assertEquals(0, run("install", own.toString(), "--own", certificate.toString()), () -> output);
    assertTrue(output.contains("0.0.1-site is installed, signed by this kiosk"), output);

    Files.delete(own.resolve("pack.p7s"));
    assertEquals(
        0,
        run("sign", own.toString(), "--custody.kind", "skf", "--custody.library", temp.toString()),
        () -> output);
    assertEquals(0, run("install", own.toString(), "--own", certificate.toString()), () -> output);
  }

  @Test
  void calibrationOfNothing_isRefused() throws IOException {
    Path pairs = temp.resolve("pairs.tsv");
    Files.writeString(pairs, "left\tright\tsame\n");

    assertEquals(1, run("calibrate", pairs.toString(), temp.toString(), pack("face-pack")));
    assertTrue(output.contains("too few people"), output);
  }

  @Test
  void answers_areWhatThePackCarries() throws IOException {
    assertEquals(0, run("answers", pack("face-pack")), () -> output);
    assertEquals(
        Files.readString(packs.resolve("face-pack/selftest.expected")).lines().count(),
        output.lines().count());
  }

  @Test
  void wrongArguments_exitTwo() {
    assertEquals(2, run("forget"));
    assertEquals(2, run("install"));
    assertEquals(2, run("list", "--colour", "red"));
    assertEquals(2, run("list", "--far", "much"));
    assertEquals(2, run("list", "--pins", "abc"));
    assertEquals(2, run("sign", pack("face-pack")));
    assertEquals(2, run("sign", pack("face-pack"), "--custody.kind", "skf"));
    assertTrue(output.contains("custody: library"), output);
    assertEquals(2, run("sign", pack("face-pack"), "--custody.kind", "skf", "--key", "a"));
  }
}
