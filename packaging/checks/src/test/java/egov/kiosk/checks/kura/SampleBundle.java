package egov.kiosk.checks.kura;

import egov.kiosk.checks.kura.sample.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A bundle in the shape of ours: one component with two settings. */
final class SampleBundle {
  static final String PID = "sample";

  private static final String COMPONENT =
      """
      <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="sample.Sample"
          immediate="true" configuration-pid="sample" activate="activate" modified="modified">
        <property name="greeting" value="hello"/>
        <property name="seconds" type="Integer" value="5"/>
        <implementation class="egov.kiosk.checks.kura.sample.Sample"/>
      </scr:component>
      """;

  private static final String SETTINGS =
      """
      <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.4.0">
        <OCD id="sample" name="Sample" description="two settings">
          <AD id="greeting" type="String" default="hello"/>
          <AD id="seconds" type="Integer" default="5" min="1" max="60"/>
          <AD id="word" type="Password" required="false"/>
        </OCD>
        <Designate pid="sample"><Object ocdref="sample"/></Designate>
      </metatype:MetaData>
      """;

  private SampleBundle() {}

  /** Writes it. */
  static Path write(Path file) throws IOException {
    Manifest manifest = new Manifest();
    Attributes head = manifest.getMainAttributes();
    head.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    head.putValue("Bundle-ManifestVersion", "2");
    head.putValue("Bundle-SymbolicName", "egov.kiosk-sample");
    head.putValue("Bundle-Version", "1.0.0");
    head.putValue("Service-Component", "OSGI-INF/sample.xml");
    String code = Sample.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest);
        InputStream sample = Sample.class.getClassLoader().getResourceAsStream(code)) {
      put(jar, "OSGI-INF/sample.xml", COMPONENT.getBytes(StandardCharsets.UTF_8));
      put(jar, "OSGI-INF/metatype/sample.xml", SETTINGS.getBytes(StandardCharsets.UTF_8));
      put(jar, code, sample.readAllBytes());
    }
    return file;
  }

  private static void put(JarOutputStream jar, String name, byte[] bytes) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(bytes);
    jar.closeEntry();
  }
}
