package egov.kiosk.facepacks.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.identity.pack.FacePackException;
import egov.kiosk.identity.pack.FacePolicy;
import egov.kiosk.identity.pack.PackPlace.InService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackStoreTest {
  private static final String ONE = "faceplugin-1";
  private static final String TWO = "faceplugin-2";

  @TempDir Path temp;
  private Path folder;
  private PackStore store;

  @BeforeEach
  void open() throws Exception {
    folder = temp.resolve("store");
    store = PackStore.open(folder, SmallPack.TRUSTING);
  }

  private Path pack(String version) throws IOException {
    return new SmallPack(version).folder(temp.resolve("pack-" + version));
  }

  private static String refusal(org.junit.jupiter.api.function.Executable doing) {
    return assertThrows(FacePackException.class, doing).getMessage();
  }

  private List<String> leftovers() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !List.of("packs", "in-service", "store.lock").contains(name))
          .toList();
    }
  }

  @Test
  void firstPack_servesAtOnceAndTheSecondAfterASwitch() throws Exception {
    store.install(pack("1"));
    store.install(new SmallPack("2").jar(temp.resolve("two.jar")));

    assertEquals(List.of(ONE, TWO), store.names());
    assertEquals(Optional.of(new InService(ONE, Optional.empty())), store.inService());

    store.switchTo(TWO);
    assertEquals(Optional.of(new InService(TWO, Optional.of(ONE))), store.inService());
    assertEquals(ONE, store.rollback());
    assertEquals(Optional.of(new InService(ONE, Optional.of(TWO))), store.inService());
    assertEquals(List.of(), leftovers());
  }

  @Test
  void packThatFailsItsSelfTest_isRefusedAndNothingChanges() throws Exception {
    store.install(pack("1"));
    PackStore strict = PackStore.open(folder, SmallPack.failing("2"));

    assertEquals("fails its self-test", refusal(() -> strict.install(pack("2"))));
    assertEquals(List.of(ONE), store.names());
    assertEquals(List.of(), leftovers());
  }

  @Test
  void packThatFailsItsSelfTestLater_doesNotServe() throws Exception {
    store.install(pack("1"));
    store.install(pack("2"));
    PackStore strict = PackStore.open(folder, SmallPack.failing("2"));

    assertEquals("fails its self-test", refusal(() -> strict.switchTo(TWO)));
    assertEquals(ONE, store.inService().orElseThrow().current());
  }

  @Test
  void packWithoutTheRate_isInstalledButDoesNotServe() throws Exception {
    StoreRules rules = SmallPack.TRUSTING;
    PackStore strict =
        PackStore.open(
            folder,
            new StoreRules(
                rules.arriving(), rules.installed(), rules.proof(), new FacePolicy(2e-4, 1e-3)));

    strict.install(pack("1"));

    assertEquals(Optional.empty(), strict.inService());
    assertTrue(refusal(() -> strict.switchTo(ONE)).contains("operating point for FAR 2.0E-4"));
  }

  @Test
  void changedPackOfTheSameVersion_isRefused() throws Exception {
    store.install(pack("1"));
    Path changed =
        new SmallPack("1").edit("licence = MIT", "licence = GPL").folder(temp.resolve("changed"));

    assertTrue(refusal(() -> store.install(changed)).contains("needs a new version"));
    assertEquals("MIT, as the npm package says", store.read(ONE).manifest().licence());
  }

  @Test
  void damagedPack_isMendedByInstallingItAgain() throws Exception {
    store.install(pack("1"));
    Files.writeString(folder.resolve("packs/faceplugin-1/fr_eye.onnx"), "damaged");
    assertTrue(refusal(() -> store.read(ONE)).startsWith("fr_eye.onnx is damaged"));

    store.install(temp.resolve("pack-1"));

    assertEquals(ONE, store.read(ONE).id());
    assertEquals(List.of(), leftovers());
  }

  @Test
  void whatNobodyNamed_isNotCopied() throws Exception {
    Path pack = new SmallPack("1").put("evil.sh", new byte[9]).folder(temp.resolve("pack"));

    store.install(pack);

    assertTrue(Files.notExists(folder.resolve("packs/faceplugin-1/evil.sh")));
  }

  @Test
  void fileThatIsALink_isRefused() throws Exception {
    Path pack = pack("1");
    Files.move(pack.resolve("fr_eye.onnx"), temp.resolve("outside"));
    Files.createSymbolicLink(pack.resolve("fr_eye.onnx"), temp.resolve("outside"));

    assertTrue(refusal(() -> store.install(pack)).startsWith("fr_eye.onnx is missing"));
  }

  @Test
  void leftoversOfAKilledCommand_areSwept() throws Exception {
    new SmallPack("9").folder(folder.resolve("incoming-1"));
    Files.writeString(folder.resolve("in-service.new"), "current = fa");

    store.install(pack("1"));

    assertEquals(List.of(), leftovers());
  }

  @Test
  void folderThatIsAPack_isNoStore() throws Exception {
    assertTrue(
        refusal(() -> PackStore.open(pack("1"), SmallPack.TRUSTING))
            .startsWith("this folder is one face pack"));
  }

  @Test
  void unknownName_isRefused() {
    assertTrue(refusal(() -> store.switchTo("../../etc")).startsWith("no face pack of that name"));
    assertTrue(refusal(store::rollback).startsWith("no pack was in service"));
  }

  @Test
  void secondCommandMeanwhile_isRefused() throws Exception {
    Path pack = pack("1");
    try (StoreLock lock = StoreLock.take(folder)) {
      assertTrue(refusal(() -> store.install(pack)).startsWith("another command"));
    }
  }
}
