package egov.kiosk.launcher.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetatypeCacheTest {
  @TempDir Path directory;
  private Path bundle;
  private Path file;
  private MetatypeCache cache;

  @BeforeEach
  void bundle() throws IOException {
    bundle = directory.resolve("bundle.jar");
    file = directory.resolve("kept/metatype.cache");
    cache = new MetatypeCache(file);
    write("port", "8930");
  }

  private void write(String attribute, String max) throws IOException {
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(bundle))) {
      jar.putNextEntry(new JarEntry("OSGI-INF/metatype/"));
      jar.putNextEntry(new JarEntry("OSGI-INF/metatype/a.xml"));
      jar.write(
          """
          <MetaData><OCD id="o"><AD id="%s" type="Integer" min="0" max="%s"/>
          <AD id="word" type="String" required="false"><Option label="A" value="a"/></AD></OCD>
          <Designate pid="thing"><Object ocdref="o"/></Designate></MetaData>"""
              .formatted(attribute, max)
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void secondStart_sameBundles_sameAnswerWithoutOpeningThem() throws IOException {
    var first = cache.read(List.of(bundle));
    assertEquals(MetatypeReader.read(List.of(bundle)), first);
    byte[] content = Files.readAllBytes(bundle);
    var time = Files.getLastModifiedTime(bundle);
    Files.write(bundle, new byte[content.length]);
    Files.setLastModifiedTime(bundle, time);
    assertEquals(first, cache.read(List.of(bundle)));
  }

  @Test
  void bundleReplaced_readAnew() throws IOException {
    var first = cache.read(List.of(bundle));
    write("gate", "65535");
    var second = cache.read(List.of(bundle));
    assertNotEquals(first, second);
    assertEquals(MetatypeReader.read(List.of(bundle)), second);
  }

  @Test
  void fileCutOrChangedAnywhere_readAnew() throws IOException {
    var right = cache.read(List.of(bundle));
    byte[] kept = Files.readAllBytes(file);
    for (int cut = 0; cut < kept.length; cut++) {
      Files.write(file, Arrays.copyOf(kept, cut));
      assertEquals(right, cache.read(List.of(bundle)), "cut at " + cut);
      byte[] changed = kept.clone();
      changed[cut] ^= 4;
      Files.write(file, changed);
      assertEquals(right, cache.read(List.of(bundle)), "changed at " + cut);
    }
  }

  @Test
  void placeCannotBeWritten_doneWithout() throws IOException {
    Files.writeString(directory.resolve("kept"), "a file in the way");
    assertEquals(MetatypeReader.read(List.of(bundle)), cache.read(List.of(bundle)));
  }
}
