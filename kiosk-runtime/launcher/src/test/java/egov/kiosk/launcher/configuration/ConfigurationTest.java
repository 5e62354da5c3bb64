package egov.kiosk.launcher.configuration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
  private static final String METATYPE =
      """
      <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.4.0">
        <OCD id="id-card-reader" name="Reader">
          <AD id="port" type="String" required="true" cardinality="0"/>
          <AD id="baud" type="Integer" required="true" default="115200">
            <Option label="115200" value="115200"/><Option label="9600" value="9600"/>
          </AD>
          <AD id="timeoutMillis" type="Long" default="1000" min="100" max="5000"/>
          <AD id="quiet" type="Boolean" default="false"/>
          <AD id="threshold" type="Double" default="0.4" min="0" max="1"/>
          <AD id="staff" type="String" default="" cardinality="2147483647"/>
        </OCD>
        <Designate pid="id-card-reader"><Object ocdref="id-card-reader"/></Designate>
      </metatype:MetaData>
      """;

  @TempDir Path directory;
  private Path file;
  private Map<String, Map<String, Attribute>> components;

  @BeforeEach
  void build() throws IOException {
    Path jar = directory.resolve("reader.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new JarEntry("OSGI-INF/metatype/"));
      entries.putNextEntry(new JarEntry("OSGI-INF/metatype/id-card-reader.xml"));
      entries.write(METATYPE.getBytes(StandardCharsets.UTF_8));
    }
    components = MetatypeReader.read(List.of(jar));
    file = directory.resolve("kiosk.properties");
  }

  private Configuration check(String text) throws IOException, ConfigurationException {
    Files.writeString(file, text);
    return Configuration.check(
        ConfigurationFile.read(file, Map.of("data", Path.of("/srv/kiosk"))), components);
  }

  private String complaint(String text) {
    ConfigurationException refused = assertThrows(ConfigurationException.class, () -> check(text));
    return refused.getMessage();
  }

  @Test
  void goodFile_givesTypedValues() throws Exception {
    Configuration configuration =
        check(
            """
            # the reader
            id-card-reader.port = ${data}/ttyIDR
            id-card-reader.baud=9600
              id-card-reader.timeoutMillis = 200
            id-card-reader.quiet = true
            id-card-reader.threshold = 0.5
            id-card-reader.staff = a:1, b:2
            """);
    Map<String, Object> values = configuration.values().get("id-card-reader");
    assertEquals("/srv/kiosk/ttyIDR", values.get("port"));
    assertEquals(9600, values.get("baud"));
    assertEquals(200L, values.get("timeoutMillis"));
    assertEquals(true, values.get("quiet"));
    assertEquals(0.5, values.get("threshold"));
    assertArrayEquals(new String[] {"a:1", "b:2"}, (String[]) values.get("staff"));
  }

  @Test
  void valueOutsideTheOptions_namesFileLineKeyValueAndAllowed() {
    String complaint = complaint("id-card-reader.port = /dev/x\n\nid-card-reader.baud = 12345\n");
    assertEquals(
        file + " line 3: id-card-reader.baud = 12345 is not allowed; allowed: one of 115200, 9600",
        complaint);
  }

  @Test
  void numberOutOfRange_namesTheRange() {
    assertTrue(
        complaint("id-card-reader.port = x\nid-card-reader.timeoutMillis = 99")
            .endsWith("allowed: a whole number from 100 to 5000"));
    assertTrue(
        complaint("id-card-reader.port = x\nid-card-reader.timeoutMillis = soon")
            .endsWith("allowed: a whole number from 100 to 5000"));
    assertTrue(
        complaint("id-card-reader.port = x\nid-card-reader.threshold = NaN")
            .endsWith("allowed: a number from 0 to 1"));
    assertTrue(
        complaint("id-card-reader.port = x\nid-card-reader.quiet = yes")
            .endsWith("allowed: true or false"));
  }

  @Test
  void misspeltKeys_nameWhatThereIs() {
    assertTrue(
        complaint("id-card-reader.port = x\nid-card-reader.bauds = 9600")
            .contains("allowed: baud, port, quiet, staff, threshold, timeoutMillis"));
    assertTrue(
        complaint("id-card-reader.port = x\nidcard.baud = 9600")
            .contains("no component is called that; allowed: id-card-reader"));
  }

  @Test
  void everyFault_isReportedAtOnce() {
    String complaint = complaint("id-card-reader.baud = 1\nid-card-reader.quiet = 1\n");
    assertEquals(3, complaint.lines().count(), complaint);
    assertTrue(complaint.contains("id-card-reader.port is missing and has no default"));
  }

  @Test
  void sameKeyTwice_isRefused() {
    assertTrue(complaint("id-card-reader.port = a\nid-card-reader.port = b").contains("set twice"));
  }

  @Test
  void linesThatAreNoSettings_areRefused() {
    assertTrue(complaint("hello").contains("line 1"));
    assertTrue(complaint("port=1").contains("component.attribute = value"));
  }

  @Test
  void bytesThatAreNotUtf8_areRefused() throws IOException {
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    ConfigurationException refused =
        assertThrows(ConfigurationException.class, () -> ConfigurationFile.read(file, Map.of()));
    assertTrue(refused.getMessage().contains("UTF-8"));
  }

  @Property(tries = 300)
  void anyText_isReadOrRefusedButNeverBreaks(@ForAll String text) throws IOException {
    Path fuzzed = Files.createTempFile("kiosk", ".properties");
    try {
      Files.writeString(fuzzed, text.replaceAll("[\\ud800-\\udfff]", ""));
      Configuration.check(ConfigurationFile.read(fuzzed, Map.of()), Map.of());
    } catch (ConfigurationException refused) {
      assertTrue(!refused.complaints().isEmpty());
    } finally {
      Files.delete(fuzzed);
    }
  }
}
