package egov.kiosk.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.audit.AuditDataClass;
import egov.kiosk.domain.retention.Holding;
import egov.kiosk.domain.retention.Until;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table in README.md is what the program does. */
class PublishedTableTest {
  private static String line(Holding one) {
    return "| "
        + String.join(
            " | ",
            one.rule(),
            one.what(),
            one.dataClass().word(),
            one.until().words(one.days()),
            one.files().isEmpty()
                ? "nowhere"
                : "`" + String.join("`, `", one.files()) + "`" + columns(one))
        + " |";
  }

  private static String columns(Holding one) {
    return one.columns().isEmpty() ? "" : ": " + String.join(", ", one.columns());
  }

  @Test
  void table_isTheListOfTheProgram() throws Exception {
    List<String> published =
        Files.readAllLines(Path.of("README.md")).stream()
            .filter(line -> line.startsWith("| R-"))
            .toList();
    List<String> programmed =
        Arrays.stream(Holding.values()).map(PublishedTableTest::line).toList();
    assertEquals(
        String.join("\n", programmed),
        String.join("\n", published),
        "README.md must say what the program does; copy the expected lines there");
  }

  @Test
  void rules_areUnique_andDaysStandWhereDaysCount() {
    Set<String> rules = new HashSet<>();
    for (Holding one : Holding.values()) {
      assertTrue(rules.add(one.rule()) && one.rule().matches("R-[0-9]{2}"), one.rule());
      assertEquals(one.until().counted(), one.days() > 0, one.rule());
    }
  }

  @Test
  void personalData_isNeverKeptWithoutAnEnd() {
    for (Holding one : Holding.values()) {
      boolean personal =
          one.dataClass() == AuditDataClass.PERSONAL || one.dataClass() == AuditDataClass.SENSITIVE;
      assertTrue(
          !personal
              || Set.of(Until.SESSION_END, Until.RECEIPT, Until.AGE, Until.OWN_AGE, Until.HANDED_IN)
                  .contains(one.until()),
          one.rule());
    }
  }

  @Test
  void faceData_isInNoFile() {
    assertEquals(List.of(), Holding.FACE_FRAMES.files());
  }

  @Test
  void everyPlaceOfTheConfiguration_isInTheList() throws Exception {
    Path file = Path.of("../../packaging/distribution/src/main/kiosk/conf/kiosk.properties");
    Matcher places = Pattern.compile("\\$\\{data}/([a-z0-9/.-]+)").matcher(Files.readString(file));
    int found = 0;
    while (places.find()) {
      Path place = Path.of(places.group(1));
      boolean listed =
          Arrays.stream(Holding.values())
              .flatMap(one -> one.files().stream())
              .anyMatch(
                  pattern ->
                      pattern.startsWith(place + "/")
                          || FileSystems.getDefault()
                              .getPathMatcher("glob:" + pattern)
                              .matches(place));
      assertTrue(listed, place + " is in no line of Holding: of which class is it, until when?");
      found++;
    }
    assertTrue(found > 10, "the configuration is elsewhere now");
  }
}
