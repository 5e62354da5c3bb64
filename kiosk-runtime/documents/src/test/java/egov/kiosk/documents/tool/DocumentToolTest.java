package egov.kiosk.documents.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.documents.Lab;
import egov.kiosk.documents.Parts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exit codes scripts rely on, and what a person reads. */
class DocumentToolTest {
  @TempDir Path directory;
  private Path trust;
  private byte[] good;
  private String said;

  @BeforeEach
  void open() throws Exception {
    Instant now = Instant.now();
    Lab lab = new Lab(now.minus(1, ChronoUnit.DAYS), now.plus(1, ChronoUnit.DAYS));
    trust = directory.resolve("trust.pem");
    PemFiles.writeCertificates(trust, List.of(lab.authority.certificate()));
    good = lab.small(lab.seal, lab.key(lab.kiosk), now);
  }

  private int run(String... arguments) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    int code =
        ServiceLoader.load(ToolProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(tool -> tool.name().equals("kiosk-documents"))
            .findFirst()
            .orElseThrow()
            .run(out, out, arguments);
    said = text.toString();
    return code;
  }

  private int verify(byte[] document, String maker) throws Exception {
    Path file = directory.resolve("document.ofd");
    Files.write(file, document);
    return run("verify", file.toString(), trust.toString(), maker);
  }

  @Test
  void validDocument_isZeroAndNamesTheSeal() throws Exception {
    assertEquals(0, verify(good, Lab.MAKER), said);
    assertTrue(said.startsWith("VALID: ") && said.contains(Lab.NAME), said);
  }

  @Test
  void otherVerdicts_haveTheirCodes() throws Exception {
    assertEquals(3, verify(Parts.with(good, "more.xml", "x"), Lab.MAKER), said);
    assertEquals(4, verify(good, "somebody-else"), said);
    assertEquals(6, verify("no zip".getBytes(StandardCharsets.US_ASCII), Lab.MAKER), said);
    assertTrue(said.startsWith("UNSUPPORTED: "), said);
  }

  @Test
  void filesThatCannotBeRead_areOneAndSayWhatToDo() throws Exception {
    assertEquals(1, run("verify", directory.resolve("x").toString(), trust.toString(), "m"));
    assertTrue(said.contains("cannot be read"), said);
    Files.writeString(trust, "nothing");
    assertEquals(1, verify(good, Lab.MAKER));
    assertFalse(said.isBlank());
    assertEquals(2, run("verify"));
    assertEquals(2, run("seal", "a", "b", "c"));
  }
}
