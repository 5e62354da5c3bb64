package egov.kiosk.facepacks.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.identity.pack.FacePackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jars made to do harm are refused with a reason, and the pack in service stays. */
class HostileJarTest {
  @TempDir Path temp;
  private PackStore store;
  private Path jar;

  @BeforeEach
  void serve() throws Exception {
    store = PackStore.open(temp.resolve("store"), SmallPack.TRUSTING);
    store.install(new SmallPack("1").folder(temp.resolve("one")));
    jar = temp.resolve("two.jar");
  }

  @AfterEach
  void nothingChanged() throws Exception {
    assertEquals(List.of("faceplugin-1"), store.names());
    assertEquals("faceplugin-1", store.inService().orElseThrow().current());
    assertEquals("faceplugin-1", store.read("faceplugin-1").id());
  }

  private String refusal() {
    return assertThrows(FacePackException.class, () -> store.install(jar)).getMessage();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../evil", "/etc/evil", "a/../../evil", "..", "a\\..\\evil", "C:evil", "a/.."})
  void nameThatLeadsOut_isRefused(String name) throws IOException {
    new SmallPack("2").put(name, new byte[3]).jar(jar);

    assertEquals("the jar has an entry that leads out of it", refusal());
  }

  @Test
  void manifestThatLeadsOut_isRefused() throws IOException {
    new SmallPack("2")
        .edit("eye.file = fr_eye.onnx", "eye.file = ../fr_eye.onnx")
        .put("x", new byte[3])
        .jar(jar);

    assertTrue(refusal().startsWith("pack.properties: eye.file must be a plain file name"));
  }

  @Test
  void twoEntriesOfOneName_areRefused() throws IOException {
    new SmallPack("2").put("fr_eye.onnX", "other".getBytes(ISO_8859_1)).jar(jar);
    // The library writes no name twice; so one that differs in a letter is made the same.
    String bytes = Files.readString(jar, ISO_8859_1);
    Files.writeString(jar, bytes.replace("fr_eye.onnX", "fr_eye.onnx"), ISO_8859_1);

    assertEquals("the jar has two entries of one name", refusal());
  }

  @Test
  void bomb_isNotUnpacked() throws IOException {
    new SmallPack("2").put("fr_eye.onnx", new byte[40 << 20]).jar(jar);
    assertTrue(Files.size(jar) < 200_000, "it is one");

    assertTrue(refusal().endsWith("the jar is a bomb"));
  }

  @Test
  void bombAsManifest_isNotUnpacked() throws IOException {
    new SmallPack("2").put("pack.properties", new byte[40 << 20]).jar(jar);

    assertEquals("pack.properties is larger than 65536 bytes", refusal());
  }

  @Test
  void tooManyEntries_areRefused() throws IOException {
    SmallPack pack = new SmallPack("2");
    for (int i = 0; i < 100; i++) {
      pack.put("x" + i, new byte[1]);
    }
    pack.jar(jar);

    assertEquals("the jar has more than 64 entries", refusal());
  }

  @Test
  void cutJar_isRefused() throws IOException {
    byte[] whole = Files.readAllBytes(new SmallPack("2").jar(jar));
    for (int part = 0; part < 10; part++) {
      Files.write(jar, Arrays.copyOf(whole, whole.length * part / 10));
      refusal();
    }
  }

  @Test
  void damagedJar_isRefusedOrWhole() throws Exception {
    byte[] whole = Files.readAllBytes(new SmallPack("1").jar(jar));
    for (int place = 0; place < whole.length; place += 37) {
      byte[] damaged = whole.clone();
      damaged[place] ^= 0x55;
      Files.write(jar, damaged);
      try {
        // Where nothing is read from, a changed byte changes nothing: the pack is the same one.
        store.install(jar);
      } catch (FacePackException e) {
        assertTrue(e.getMessage().length() < 300);
      }
    }
  }

  @Test
  void newerFormat_isRefused() throws IOException {
    new SmallPack("2").edit("format = 2", "format = 9").jar(jar);

    assertTrue(refusal().contains("newer format 9"));
  }

  @Test
  void neitherFolderNorJar_isRefused() throws IOException {
    Files.writeString(jar, "hello");

    assertTrue(refusal().startsWith("there is neither a folder nor a jar"));
  }
}
