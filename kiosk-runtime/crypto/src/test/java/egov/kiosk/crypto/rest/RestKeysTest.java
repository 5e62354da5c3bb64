package egov.kiosk.crypto.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.custody.Passphrase;
import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.domain.rest.RestException;
import egov.kiosk.domain.rest.RestException.Reason;
import egov.kiosk.domain.rest.RestKeyId;
import egov.kiosk.domain.rest.RestPlace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data keys and the files they are in. Attack tests C10 and K01 are among them. */
class RestKeysTest {
  private static final RestPlace PLACE = new RestPlace("outbox.message", "7");
  private static final byte[] BESIDE = {1, 2, 3};
  private static final byte[] PLAIN = "item".getBytes(StandardCharsets.UTF_8);

  @TempDir Path temp;
  private Path directory;
  private final List<String> heard = new ArrayList<>();
  private final KeyEvents events =
      new KeyEvents() {
        @Override
        public void made(RestKeyId key) {
          heard.add("made");
        }

        @Override
        public void destroyed(RestKeyId key) {
          heard.add("destroyed " + key);
        }

        @Override
        public void lost(Path aside) {
          heard.add("lost " + aside.getFileName().toString().startsWith("damaged-"));
        }
      };

  @BeforeEach
  void place() {
    directory = temp.resolve("keys");
  }

  private RestKeys open(RestWrapping wrapping) throws CryptoException {
    return RestKeys.open(directory, wrapping, () -> Lab.NOW, new SecureRandom(), events);
  }

  private RestKeys open() throws CryptoException {
    return open(new OpenWrapping());
  }

  private RestWrapping passphrase(String words, String machine) throws Exception {
    Path file = temp.resolve("words");
    Path uuid = Files.writeString(temp.resolve("uuid"), machine);
    Files.writeString(file, words + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return new PassphraseWrapping(new Passphrase(file, Optional.of(uuid)), new SecureRandom());
  }

  private static Reason refusal(RestKeys keys, RestPlace place, byte[] beside, byte[] box) {
    return assertThrows(RestException.class, () -> keys.open(place, beside, box)).reason();
  }

  @Test
  void c10_movedOrAltered_refused() throws Exception {
    RestKeys keys = open();
    byte[] box = keys.seal(PLACE, BESIDE, PLAIN);
    assertArrayEquals(PLAIN, keys.open(PLACE, BESIDE, box));
    assertEquals(Reason.ALTERED, refusal(keys, new RestPlace("outbox.message", "8"), BESIDE, box));
    assertEquals(Reason.ALTERED, refusal(keys, new RestPlace("draft", "7"), BESIDE, box));
    assertEquals(Reason.ALTERED, refusal(keys, PLACE, new byte[] {1, 2, 4}, box));
    for (int bit = 64; bit < box.length * 8; bit++) {
      byte[] bent = box.clone();
      bent[bit / 8] ^= (byte) (1 << (bit % 8));
      assertEquals(Reason.ALTERED, refusal(keys, PLACE, BESIDE, bent));
    }
    assertEquals(Reason.ALTERED, refusal(keys, PLACE, BESIDE, new byte[9]));
  }

  @Test
  void c10_keyIdExchanged_refusedAlthoughBothKeysAreHere() throws Exception {
    RestKeys keys = open();
    byte[] box = keys.seal(PLACE, BESIDE, PLAIN);
    RestKeyId next = keys.rotate();
    byte[] bent = box.clone();
    System.arraycopy(next.bytes(), 0, bent, 0, RestKeyId.LENGTH);
    assertEquals(Reason.ALTERED, refusal(keys, PLACE, BESIDE, bent));
    assertArrayEquals(PLAIN, keys.open(PLACE, BESIDE, box));
  }

  @Test
  void otherKiosksBox_keyUnknown() throws Exception {
    byte[] box = open().seal(PLACE, BESIDE, PLAIN);
    directory = temp.resolve("other");
    assertEquals(Reason.KEY_UNKNOWN, refusal(open(), PLACE, BESIDE, box));
  }

  @Test
  void reopened_opensWhatWasSealedUnderEveryKey() throws Exception {
    RestWrapping wrapping = passphrase("correct horse battery", "machine-1");
    RestKeys keys = open(wrapping);
    byte[] first = keys.seal(PLACE, BESIDE, PLAIN);
    keys.rotate();
    byte[] second = keys.seal(PLACE, BESIDE, PLAIN);
    RestKeys again = open(wrapping);
    assertArrayEquals(PLAIN, again.open(PLACE, BESIDE, first));
    assertArrayEquals(PLAIN, again.open(PLACE, BESIDE, second));
    assertEquals(keys.current(), again.current());
    assertEquals(2, RestKeys.titles(directory).size());
    for (String name : List.of("data-keys", "data-keys.copy")) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))));
      String text = Files.readString(directory.resolve(name));
      assertFalse(text.contains(HexFormat.of().formatHex(PLAIN)));
    }
  }

  @Test
  void k01_anotherMachineOrPassphrase_refusedAndUntouched() throws Exception {
    open(passphrase("correct horse battery", "machine-1"));
    byte[] before = Files.readAllBytes(directory.resolve("data-keys"));
    for (RestWrapping wrong :
        List.of(passphrase("correct horse battery", "machine-2"), new OpenWrapping())) {
      CryptoException refused = assertThrows(CryptoException.class, () -> open(wrong));
      assertEquals(CryptoFault.FILE_MALFORMED, refused.fault());
      assertTrue(refused.getMessage().contains("not this kiosk's"), refused.getMessage());
    }
    CryptoException refused =
        assertThrows(
            CryptoException.class, () -> open(passphrase("other words of mine", "machine-1")));
    assertEquals(CryptoFault.FILE_MALFORMED, refused.fault());
    assertArrayEquals(before, Files.readAllBytes(directory.resolve("data-keys")));
    assertEquals(List.of("made"), heard);
  }

  @Test
  void openKeys_custodyComesLater_wrappedAndReplaced() throws Exception {
    RestKeys keys = open();
    byte[] box = keys.seal(PLACE, BESIDE, PLAIN);
    RestWrapping wrapping = passphrase("correct horse battery", "machine-1");
    RestKeys wrapped = open(wrapping);
    assertArrayEquals(PLAIN, wrapped.open(PLACE, BESIDE, box));
    assertFalse(wrapped.current().equals(keys.current()));
    assertFalse(wrapped.isOpen());
    assertThrows(CryptoException.class, this::open);
    assertEquals(wrapped.current(), open(wrapping).current());
  }

  @Test
  void formerKey_everyStoreLetGo_destroyed() throws Exception {
    RestKeys keys = open();
    RestKeyId first = keys.current();
    keys.using("a", Set.of(first));
    keys.using("b", Set.of(first));
    RestKeyId second = keys.rotate();
    keys.using("a", Set.of(second));
    assertTrue(keys.knows(first), "b has not said so");
    keys.using("b", Set.of(second));
    assertFalse(keys.knows(first));
    assertTrue(heard.contains("destroyed " + first));
    assertFalse(open().knows(first));
  }

  @Test
  void formerKey_storeNotHeardSinceTheStart_kept() throws Exception {
    RestKeys keys = open();
    RestKeyId first = keys.current();
    keys.using("a", Set.of(first));
    keys.using("b", Set.of(first));
    keys.rotate();
    RestKeys again = open();
    again.using("a", Set.of(again.current()));
    assertTrue(again.knows(first));
    assertTrue(again.used("b"));
    again.using("b", Set.of(again.current()));
    assertFalse(again.knows(first));
  }

  @Test
  void keyThatWasCurrentWhenAStoreSpoke_notDestroyedByThatWord() throws Exception {
    RestKeys keys = open();
    RestKeyId first = keys.current();
    RestKeyId second = keys.rotate();
    keys.using("a", Set.of(second));
    assertFalse(keys.knows(first));
    keys.rotate();
    keys.using("b", Set.of(keys.current()));
    assertTrue(keys.knows(second), "a may have sealed under it since");
  }

  @Test
  void oneFileDamagedOrMissing_theCopyServes() throws Exception {
    RestKeyId first = open().current();
    Files.write(directory.resolve("data-keys"), new byte[10]);
    assertEquals(first, open().current());
    Files.delete(directory.resolve("data-keys.copy"));
    assertEquals(first, open().current());
    Files.delete(directory.resolve("data-keys"));
    assertEquals(first, open().current());
    assertEquals(List.of("made"), heard);
  }

  @Test
  void bothDamaged_setAsideSaidAndANewKey() throws Exception {
    RestKeyId first = open().current();
    Files.write(directory.resolve("data-keys"), new byte[10]);
    Files.write(directory.resolve("data-keys.copy"), new byte[10]);
    RestKeys keys = open();
    assertFalse(keys.knows(first));
    assertEquals(List.of("made", "lost true", "made"), heard);
  }

  @Test
  void newerForm_refusedAndLeftAlone() throws Exception {
    open();
    for (String name : List.of("data-keys", "data-keys.copy")) {
      Path file = directory.resolve(name);
      List<String> lines = new ArrayList<>(Files.readAllLines(file));
      lines.remove(lines.size() - 1);
      lines.set(0, "egov.kiosk data key file 2");
      byte[] text = String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
      lines.add("sm3 " + HexFormat.of().formatHex(Sm3.digest(text)));
      Files.writeString(file, String.join("\n", lines) + "\n");
    }
    byte[] before = Files.readAllBytes(directory.resolve("data-keys"));
    CryptoException refused = assertThrows(CryptoException.class, this::open);
    assertEquals(CryptoFault.FILE_MALFORMED, refused.fault());
    assertTrue(refused.getMessage().contains("newer program"), refused.getMessage());
    assertArrayEquals(before, Files.readAllBytes(directory.resolve("data-keys")));
    try (var files = Files.list(directory)) {
      assertEquals(2, files.count(), "nothing was set aside");
    }
  }
}
