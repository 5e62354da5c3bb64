package egov.kiosk.updates.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.updates.lab.Kiosk;
import egov.kiosk.updates.tool.ReleaseTool;
import egov.kiosk.updates.tool.UpdateTool;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From keys to a running version with nothing but the two tools. */
class ReleaseToolTest {
  @TempDir Path home;
  private final StringWriter said = new StringWriter();
  private Kiosk kiosk;
  private Path keys;

  @BeforeEach
  void machine() throws Exception {
    kiosk = new Kiosk(home.resolve("kiosk"));
    keys = home.resolve("keys");
    assertEquals(0, run(new ReleaseTool(), "keys", keys.toString()));
  }

  private int run(ToolProvider tool, String... arguments) {
    PrintWriter out = new PrintWriter(said);
    return tool.run(out, out, arguments);
  }

  private int update(String... words) {
    List<String> all = new ArrayList<>(kiosk.options());
    all.addAll(List.of(words));
    return run(new UpdateTool(), all.toArray(new String[0]));
  }

  private int bundle(long version, String... more) throws Exception {
    List<String> all =
        new ArrayList<>(
            List.of("bundle", kiosk.tree(version).toString(), "--keys", keys.toString()));
    all.addAll(List.of("--out", kiosk.places.download().toString(), "--name", "1." + version));
    all.addAll(List.of("--version", Long.toString(version), "--schema", "3-3", "--arch", "amd64"));
    all.addAll(List.of(more));
    return run(new ReleaseTool(), all.toArray(new String[0]));
  }

  @Test
  void keysRootBundle_installedFromADirectory_runs() throws Exception {
    String trust = kiosk.places.firstRoot().getParent().toString();
    assertEquals(
        0,
        run(
            new ReleaseTool(),
            "root",
            "--of",
            "province",
            "--keys",
            keys.toString(),
            "--out",
            trust),
        said::toString);
    Files.move(
        Path.of(trust, "1.root.json"),
        kiosk.places.firstRoot(),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertEquals(0, update("root"), said::toString);
    assertTrue(said.toString().contains("root of province, version 1, good until "));
    assertEquals(0, bundle(1), said::toString);
    String stick = kiosk.places.download().toString();
    assertEquals(0, update("check", stick), said::toString);
    assertEquals(0, update("install", stick), said::toString);
    assertEquals(0, update("switch"), said::toString);
    assertEquals(0, update("prestart"), said::toString);
    assertEquals(0, update("state"), said::toString);
    assertEquals(0, update("rollback"), said::toString);
    assertEquals(0, update("prestart"), said::toString);
    assertTrue(said.toString().contains("on trial: a, version 1, tries left 2"), said::toString);
    assertTrue(
        said.toString().contains("1 GIVEN_UP technician") || kiosk.state().bad().contains(1L));
  }

  /** Where the package puts it: a link to the site's folder of what is trusted. */
  @Test
  void rootThatIsALink_isTaken_andWithoutAnyNothingIs() throws Exception {
    Path root = kiosk.places.firstRoot();
    Path site = home.resolve("root.json");
    Files.move(root, site);
    Files.createSymbolicLink(root, site);
    assertEquals(0, update("root"), said::toString);
    Files.delete(site);
    assertEquals(0, bundle(1), said::toString);
    assertEquals(1, update("install", kiosk.places.download().toString()));
    assertTrue(said.toString().contains("put the operator's root there"), said::toString);
    assertEquals(0, update("prestart"), said::toString);
  }

  @Test
  void askedWrongly_saysSo() throws Exception {
    assertEquals(2, update("install"));
    assertEquals(2, update("--nonsense", "x"));
    assertEquals(2, update("fly"));
    assertEquals(2, bundle(1, "--schema", "three"));
    assertEquals(1, run(new ReleaseTool(), "keys", keys.toString()), "no key is replaced");
  }

  @Test
  void bundleSignedByAnotherLaboratory_isRefused() throws Exception {
    assertEquals(0, bundle(1), said::toString);
    assertEquals(1, update("install", kiosk.places.download().toString()));
    assertTrue(said.toString().contains("UNSIGNED"), said::toString);
  }
}
