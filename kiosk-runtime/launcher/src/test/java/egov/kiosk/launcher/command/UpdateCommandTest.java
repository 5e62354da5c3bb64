package egov.kiosk.launcher.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.launcher.KioskCommand;
import egov.kiosk.launcher.LabHome;
import egov.kiosk.updates.tool.UpdateTool;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Primitive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code kiosk update} and {@code kiosk release} as people type them. */
class UpdateCommandTest {
  @TempDir Path directory;
  private Path home;
  private String said = "";

  @BeforeEach
  void installation() throws Exception {
    home = directory.resolve("home");
    LabHome.create(
        home, List.of(Slip.class, PemFiles.class, UpdateTool.class, ASN1Primitive.class));
    configure("");
  }

  private void configure(String program) throws Exception {
    Files.createDirectories(home.resolve("conf"));
    Files.writeString(
        home.resolve("conf/kiosk.properties"),
        "crypto.kioskId = k-1\ncrypto.trustFile = t\ncrypto.platformSignCn = p\n"
            + "crypto.platformEncryptionCertificateFile = e\n"
            + "updates.program = %s\nupdates.stateDirectory = %s\nupdates.directory = %s\n"
                .formatted(program, directory.resolve("boot"), directory.resolve("exchange")));
  }

  private int run(String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    StringWriter text = new StringWriter();
    CommandLine command = KioskCommand.commandLine();
    command.setOut(new PrintWriter(text)).setErr(new PrintWriter(text));
    int code = command.execute(line.toArray(new String[0]));
    said = text.toString();
    return code;
  }

  private int update(String... words) {
    List<String> line = new ArrayList<>(List.of("update", "--home", home.toString()));
    line.addAll(List.of("--data", directory.resolve("data").toString()));
    line.addAll(List.of(words));
    return run(line.toArray(new String[0]));
  }

  @Test
  void withoutSlots_saysSo() {
    assertEquals(1, update("state"), said);
    assertTrue(said.contains("updates.program is not set"), said);
  }

  @Test
  void withSlots_stateIsTold_andWhatCannotBeIsRefused() throws Exception {
    Path program = Files.createDirectories(directory.resolve("opt/factory")).getParent();
    configure(program.toString());
    assertEquals(0, update("state"), said);
    assertTrue(said.contains("good: factory, version 0"), said);
    assertEquals(1, update("install", directory.toString()), said);
    assertTrue(said.contains("trust root"), said);
    assertEquals(2, update("fly"), said);
  }

  @Test
  void releaseKeys_areMadeOnce() throws Exception {
    String before = System.getProperty("kiosk.home", "");
    System.setProperty("kiosk.home", home.toString());
    try {
      String keys = directory.resolve("keys").toString();
      assertEquals(0, run("release", "keys", keys), said);
      assertEquals(1, run("release", "keys", keys), said);
      assertEquals(2, run("release", "bundle", keys, "--version", "x"), said);
    } finally {
      System.setProperty("kiosk.home", before.isEmpty() ? "." : before);
    }
  }
}
