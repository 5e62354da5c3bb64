package egov.kiosk.audit.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.audit.AuditTrail;
import egov.kiosk.audit.Lab;
import egov.kiosk.audit.store.Segment;
import egov.kiosk.crypto.custody.PemFiles;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a technician or an auditor sees. */
class AuditToolTest {
  @TempDir Path temp;
  private Lab lab;
  private String certificate;
  private String anchor;
  private String output = "";

  @BeforeEach
  void record() throws Exception {
    lab = new Lab(temp.resolve("log"));
    try (AuditTrail trail = lab.open()) {
      for (int i = 0; i < 5; i++) {
        trail.record(Lab.lasting(i));
      }
      trail.checkpoint();
      trail.beat();
    }
    certificate = temp.resolve("kiosk.pem").toString();
    PemFiles.writeCertificates(Path.of(certificate), lab.certificates());
    anchor = Files.writeString(temp.resolve("anchors"), lab.sent.get(0) + "\n").toString();
  }

  private int run(String... arguments) {
    ToolProvider tool =
        ServiceLoader.load(ToolProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(one -> one.name().equals("kiosk-audit"))
            .findFirst()
            .orElseThrow();
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    int code = tool.run(out, out, arguments);
    out.flush();
    output = text.toString();
    return code;
  }

  private String log() {
    return lab.directory.toString();
  }

  @Test
  void verify_wholeLog_exitZeroAndSaysWhatIsCovered() {
    assertEquals(0, run("verify", log(), "--certificate", certificate, "--anchor", anchor));
    assertTrue(output.contains("is whole: records 1 to"), output);
    assertTrue(output.contains("every signature checked"), output);
  }

  @Test
  void verify_editedRecord_exitOneAndNamesIt() throws Exception {
    Path file = Segment.list(lab.directory).get(0).path();
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(3, lines.get(3).replace("\"count\":2", "\"count\":7"));
    Files.write(file, lines);
    assertEquals(1, run("verify", log(), "--certificate", certificate));
    assertTrue(
        output.contains("first bad: audit-000000000001.jsonl line 4, record 4: it was altered"),
        output);
  }

  @Test
  void verify_cutOff_foundOnlyAgainstTheAnchor() throws Exception {
    Path file = Segment.list(lab.directory).get(0).path();
    Files.write(file, Files.readAllLines(file).subList(0, 3));
    assertEquals(0, run("verify", log()));
    assertTrue(output.contains("what was cut off at the end does not show"), output);
    assertEquals(1, run("verify", log(), "--anchor", anchor));
    assertTrue(output.contains("record 4: the log ends before it"), output);
  }

  @Test
  void export_wholeLog_marksIt() throws Exception {
    String to = temp.resolve("out.jsonl").toString();
    assertEquals(0, run("export", log(), "--format", "jsonl", "--to", to));
    assertTrue(output.contains("they count as exported now"), output);
    String rest = temp.resolve("rest.jsonl").toString();
    assertEquals(0, run("export", log(), "--to", rest, "--since", "unexported"));
    assertTrue(output.contains("0 records"), output);
  }

  @Test
  void note_whileNothingRuns_goesIntoTheChain() {
    assertEquals(0, run("note", log(), Lab.KIOSK, "OUTBOX_SALVAGE", "DONE"), () -> output);
    assertEquals(0, run("verify", log(), "--certificate", certificate), () -> output);
  }

  @Test
  void wrongArguments_exitTwo() {
    assertEquals(2, run("verify"));
    assertEquals(2, run("forget", log()));
    assertEquals(2, run("export", log()));
    assertEquals(2, run("export", log(), "--syslog", "host:6514"));
    assertEquals(2, run("verify", log(), "--colour", "red"));
    assertEquals(1, run("verify", temp.resolve("nowhere").toString()));
    assertEquals(1, run("verify", log(), "--anchor", certificate));
  }
}
