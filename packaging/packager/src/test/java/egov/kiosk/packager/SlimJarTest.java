package egov.kiosk.packager;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlimJarTest {
  @TempDir Path temp;

  private Path jar() throws Exception {
    return Jars.write(
        temp.resolve("in/lib.jar"),
        Map.of(
            "Bundle-SymbolicName",
            "lib",
            "Bundle-NativeCode",
            "linux/x86_64/a.so; processor=x86-64;osname=linux, win/a.dll; processor=x86;osname=win32"),
        new TreeMap<>(
            Map.of(
                "META-INF/SIGNER.SF", "signature",
                "a/B.class", "code",
                "linux/x86_64/a.so", "native",
                "win/a.dll", "native")));
  }

  @Test
  void nativesAndSignatures_goAway_theRestStays_theSameBytesAlways() throws Exception {
    Path jar = jar();
    assertTrue(SlimJar.needed(jar, entry -> !SlimJar.isNative(entry)));
    Path one = temp.resolve("one.jar");
    Path two = temp.resolve("two.jar");
    for (Path to : new Path[] {one, two}) {
      SlimJar.write(
          jar,
          to,
          entry -> !entry.endsWith(".dll"),
          main -> NativeCode.keep(main, n -> n.endsWith("so")));
      Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
    }
    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
    Map<String, String> entries = Jars.read(one);
    assertEquals(
        Set.of("META-INF/MANIFEST.MF", "a/B.class", "linux/x86_64/a.so"), entries.keySet());
    String manifest = entries.get("META-INF/MANIFEST.MF").replace("\r\n ", "");
    assertTrue(manifest.contains("linux/x86_64/a.so") && !manifest.contains("win32"), manifest);
    assertFalse(SlimJar.needed(one, entry -> !entry.endsWith(".dll")));
  }

  @Test
  void inItsOwnPlace_andWithoutAnyNative_headerGoesToo() throws Exception {
    Path jar = jar();
    SlimJar.write(
        jar, jar, entry -> !SlimJar.isNative(entry), main -> NativeCode.keep(main, n -> false));
    assertFalse(Jars.read(jar).get("META-INF/MANIFEST.MF").contains("NativeCode"));
    try (var files = Files.list(jar.getParent())) {
      assertEquals(1, files.count(), "nothing is left behind");
    }
  }
}
