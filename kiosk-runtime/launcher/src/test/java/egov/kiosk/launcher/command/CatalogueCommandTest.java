package egov.kiosk.launcher.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import egov.kiosk.catalogue.CatalogueTool;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.launcher.KioskCommand;
import egov.kiosk.launcher.LabHome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code kiosk catalogue} as whoever writes an item types it. */
class CatalogueCommandTest {
  private static final String GOOD =
      """
      {
        "code": "QUEUE",
        "version": "1",
        "name": "预约取号",
        "nameEn": "Queue",
        "summary": "约好日子来",
        "offlineClass": "QUEUE_OK",
        "identityLevel": "NONE",
        "number": 7
      }
      """;

  @TempDir Path directory;
  private Path items;
  private String out = "";
  private String err = "";

  @BeforeEach
  void install() throws Exception {
    LabHome.create(
        directory.resolve("home"),
        List.of(
            CatalogueTool.class,
            ServiceItem.class,
            ObjectMapper.class,
            JsonFactory.class,
            JsonInclude.class));
    items = Files.createDirectory(directory.resolve("items"));
    Files.writeString(items.resolve("10-queue.json"), GOOD);
  }

  private int kiosk(String... arguments) {
    StringWriter said = new StringWriter();
    StringWriter complained = new StringWriter();
    CommandLine line = KioskCommand.commandLine();
    line.setOut(new PrintWriter(said, true));
    line.setErr(new PrintWriter(complained, true));
    int code = line.execute(arguments);
    out = said.toString();
    err = complained.toString();
    return code;
  }

  private int check(Path path) {
    return kiosk(
        "catalogue", "check", path.toString(), "--home", directory.resolve("home").toString());
  }

  @Test
  void goodFile_saysWhatTheCitizenWillDo() {
    Path file = items.resolve("10-queue.json");
    assertEquals(0, check(file), err);
    assertEquals(
        file + ": OK, QUEUE 预约取号, number 7: CONFIRM > SLIP, QUEUE_OK\n",
        out.replace(System.lineSeparator(), "\n"));
  }

  @Test
  void brokenFile_fileLineColumnReason() throws Exception {
    Path file = items.resolve("20-broken.json");
    Files.writeString(file, GOOD.replace("QUEUE_OK", "MAYBE"));
    assertEquals(1, check(file));
    assertEquals(
        file + ":7:19: must be one of [ONLINE_ONLY, QUEUE_OK, LOCAL] (/offlineClass)", err.strip());
  }

  @Test
  void directory_everyEntryAndTheWhole() throws Exception {
    assertEquals(0, check(items));
    assertTrue(out.contains("1 in service, 0 refused"), out);
    Files.writeString(items.resolve("20-again.json"), GOOD.replace("\"QUEUE\"", "\"OTHER\""));
    assertEquals(1, check(items));
    assertTrue(out.contains("10-queue.json: OK"), out);
    assertTrue(err.contains("20-again.json:9:13: is the number of 10-queue.json already"), err);
  }

  @Test
  void bundleOfWhatIsNotThere_foundWithItsDirectory() throws Exception {
    Files.writeString(
        items.resolve("30-bundle.json"),
        GOOD.replace("\"QUEUE\"", "\"B\"")
            .replace("7", "8, \"bundle\": [\"QUEUE\", \"NOT-HERE\"]"));
    assertEquals(0, check(items.resolve("30-bundle.json")), err);
    assertTrue(out.contains("when its directory is checked"), out);
    assertEquals(1, check(items));
    assertTrue(err.contains("names an item that is not in service (/bundle/1)"), err);
  }

  @Test
  void missingOrEmpty_saidAndNotOk() throws Exception {
    assertEquals(2, check(directory.resolve("nowhere")));
    assertTrue(err.contains("no such file"), err);
    assertEquals(1, check(Files.createDirectory(directory.resolve("empty"))));
    assertTrue(err.contains("no *.json file"), err);
  }

  @Test
  void form_isAJsonSchema() throws Exception {
    String[] arguments = {
      "catalogue",
      "form",
      items.resolve("10-queue.json").toString(),
      "--home",
      directory.resolve("home").toString()
    };
    assertEquals(0, kiosk(arguments), err);
    assertTrue(out.contains("\"$id\" : \"urn:egov-kiosk:form:QUEUE:1\""), out);
  }
}
