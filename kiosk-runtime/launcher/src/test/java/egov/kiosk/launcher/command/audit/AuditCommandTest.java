package egov.kiosk.launcher.command.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.audit.tool.AuditTool;
import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.launcher.KioskCommand;
import egov.kiosk.launcher.command.AuditLogTool;
import egov.kiosk.launcher.configuration.Installation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code kiosk audit} in an installation with the log's bundle, without a framework. */
class AuditCommandTest {
  private static final String METATYPE =
      """
      <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.4.0">
        <OCD id="audit" name="x"><AD id="directory" type="String" default="d"/></OCD>
        <OCD id="crypto" name="x"><AD id="kioskId" type="String" default="k"/></OCD>
        <Designate pid="audit"><Object ocdref="audit"/></Designate>
        <Designate pid="crypto"><Object ocdref="crypto"/></Designate>
      </metatype:MetaData>
      """;

  @TempDir Path home;
  private Path log;
  private String output = "";

  @BeforeEach
  void install() throws Exception {
    Path bundles = Files.createDirectories(home.resolve("bundles"));
    for (Class<?> type :
        List.of(
            AuditTool.class,
            Sm3.class,
            AuditLog.class,
            Class.forName("org.bouncycastle.crypto.digests.SM3Digest"))) {
      copy(type, bundles);
    }
    try (JarOutputStream out =
        new JarOutputStream(Files.newOutputStream(bundles.resolve("settings.jar")))) {
      out.putNextEntry(new ZipEntry("OSGI-INF/metatype/"));
      out.closeEntry();
      out.putNextEntry(new ZipEntry("OSGI-INF/metatype/all.xml"));
      out.write(METATYPE.getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
    log = home.resolve("data/audit");
    Files.createDirectories(home.resolve("conf"));
    Files.writeString(
        home.resolve("conf/kiosk.properties"),
        "audit.directory = ${data}/audit\ncrypto.kioskId = zj-hz-000001\n");
    AuditLogTool.note(installation(), line(), "OUTBOX_SALVAGE", "DONE");
  }

  private static void copy(Class<?> type, Path bundles) throws Exception, URISyntaxException {
    Path origin = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    Files.copy(origin, bundles.resolve(type.getSimpleName() + ".jar"));
  }

  private Installation installation() {
    return Installation.of(
        java.util.Optional.of(home), java.util.Optional.empty(), java.util.Optional.empty());
  }

  private static CommandLine line() {
    return KioskCommand.commandLine();
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("audit"));
    all.addAll(List.of(arguments));
    StringWriter text = new StringWriter();
    CommandLine line = line().setOut(new PrintWriter(text)).setErr(new PrintWriter(text));
    int code = line.execute(all.toArray(new String[0]));
    output = text.toString();
    return code;
  }

  @Test
  void noted_verified_exported() throws Exception {
    assertEquals(0, run("verify", "--home", home.toString()), () -> output);
    assertTrue(output.contains("records 1 to 2 of zj-hz-000001"), output);
    Path to = home.resolve("out.jsonl");
    int code = run("export", "--home", home.toString(), "--format", "jsonl", "--to", to.toString());
    assertEquals(0, code, () -> output);
    assertTrue(Files.readString(to).contains("outbox.salvage"));
  }

  @Test
  void copyAltered_verifyFrom_exitOneAndNamesTheRecord() throws Exception {
    Path copy = Files.createDirectory(home.resolve("copy"));
    Path file = log.resolve("audit-000000000001.jsonl");
    Files.writeString(
        copy.resolve(file.getFileName()), Files.readString(file).replace("salvage", "export"));
    assertEquals(
        1, run("verify", "--home", home.toString(), "--from", copy.toString()), () -> output);
    assertTrue(output.contains("first bad: audit-000000000001.jsonl line 2, record 2"), output);
  }

  @Test
  void wrongArguments_exitTwo() {
    assertEquals(2, run());
    assertEquals(2, run("export", "--home", home.toString()));
    assertEquals(
        2, run("export", "--home", home.toString(), "--syslog", "localhost:6514"), () -> output);
  }
}
