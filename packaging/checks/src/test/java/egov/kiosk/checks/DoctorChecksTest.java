package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each check of the doctor has a test that makes it fail, and words for whoever reads Chinese. */
@Tag("architecture")
class DoctorChecksTest {
  private static final Path UPKEEP = Tree.ROOT.resolve("kiosk-runtime/upkeep");
  private static final Pattern ROW =
      Pattern.compile("\\| ([a-z0-9-]+) \\| `([A-Za-z0-9]+)\\.([A-Za-z0-9_]+)` \\|");
  private static final Pattern SPOILT = Pattern.compile("\\bof\\(\\s*\"([a-z0-9-]+)\"");

  /** What the doctor has Chinese words for. */
  static Set<String> named() throws IOException {
    Properties words = new Properties();
    try (Reader in =
        Files.newBufferedReader(
            Tree.ROOT.resolve(
                "kiosk-runtime/local-api/src/main/resources/egov/kiosk/localapi/technician"
                    + "/doctor.properties"))) {
      words.load(in);
    }
    Set<String> names =
        words.stringPropertyNames().stream()
            .filter(key -> !key.endsWith(".do"))
            .collect(Collectors.toCollection(TreeSet::new));
    names.forEach(
        name -> assertTrue(words.containsKey(name + ".do"), name + " says nothing to do"));
    return names;
  }

  @Test
  void everyCheck_hasATestThatMakesItFail() throws IOException {
    Set<String> tried = new TreeSet<>();
    Matcher spoilt =
        SPOILT.matcher(
            Files.readString(
                UPKEEP.resolve("src/test/java/egov/kiosk/upkeep/look/LooksTest.java")));
    while (spoilt.find()) {
      tried.add(spoilt.group(1));
    }
    Map<String, List<Path>> tests = tests();
    List<String> gone = new ArrayList<>();
    Matcher row = ROW.matcher(Files.readString(UPKEEP.resolve("DOCTOR.md")));
    while (row.find()) {
      tried.add(row.group(1));
      boolean there = false;
      for (Path file : tests.getOrDefault(row.group(2), List.of())) {
        there |= Files.readString(file).contains(" " + row.group(3) + "(");
      }
      if (!there) {
        gone.add(row.group(2) + "." + row.group(3));
      }
    }
    assertEquals(List.of(), gone);
    assertEquals(named(), tried);
    assertTrue(tried.size() >= 40, tried::toString);
  }

  private static Map<String, List<Path>> tests() throws IOException {
    Map<String, List<Path>> found = new TreeMap<>();
    for (String rooms :
        List.of("kiosk-runtime", "device-drivers", "sync-agent", "packaging/checks")) {
      try (Stream<Path> files = Files.walk(Tree.ROOT.resolve(rooms))) {
        files
            .filter(file -> file.toString().endsWith("Test.java"))
            .forEach(
                file -> found.computeIfAbsent(name(file), name -> new ArrayList<>()).add(file));
      }
    }
    return found;
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }
}
