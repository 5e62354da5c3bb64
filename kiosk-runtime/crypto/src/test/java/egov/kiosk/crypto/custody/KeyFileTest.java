package egov.kiosk.crypto.custody;

import static egov.kiosk.crypto.CryptoFault.FILE_MALFORMED;
import static egov.kiosk.crypto.CryptoFault.FILE_TOO_OPEN;
import static egov.kiosk.crypto.CryptoFault.FILE_UNREADABLE;
import static egov.kiosk.crypto.CryptoFault.PASSPHRASE_REFUSED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.sm.Sm2PrivateKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  private static final String WORDS = "correct horse battery staple";

  @TempDir Path folder;
  private final SecureRandom random = new SecureRandom();
  private Sm2PrivateKey key;
  private Path file;
  private Path words;
  private Path machine;

  @BeforeEach
  void write() throws Exception {
    key = Sm2PrivateKey.generate(random);
    file = folder.resolve("sign.key");
    words = folder.resolve("passphrase");
    machine = folder.resolve("product_uuid");
    PemFiles.writeKey(file, key);
    word(WORDS);
    Files.writeString(machine, "4c4c4544-0042-3510-8051-b4c04f4d3132\n");
  }

  private void word(String passphrase) throws IOException {
    PrivateFile.replace(words, (passphrase + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private Sm2PrivateKey read() throws CryptoException {
    return read(Optional.empty());
  }

  private Sm2PrivateKey read(Optional<Path> bound) throws CryptoException {
    return new KeyFile(file, Optional.of(new Passphrase(words, bound))).read(random);
  }

  private CryptoException refused(CryptoFault fault) {
    CryptoException refused = assertThrows(CryptoException.class, this::read);
    assertEquals(fault, refused.fault(), refused.getMessage());
    assertFalse(refused.getMessage().contains("horse"));
    return refused;
  }

  @Test
  void read_openKeyWithPassphrase_isWrappedInItsPlace() throws Exception {
    assertArrayEquals(key.scalar(), read().scalar());
    String wrapped = Files.readString(file);
    assertTrue(wrapped.startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----"), wrapped);
    assertFalse(wrapped.contains("BEGIN PRIVATE KEY"));
    byte[] der = Base64.getMimeDecoder().decode(wrapped.replaceAll("-----[A-Z ]*-----", ""));
    assertFalse(HexFormat.of().formatHex(der).contains(HexFormat.of().formatHex(key.scalar())));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertArrayEquals(key.scalar(), read().scalar());
    assertEquals(wrapped, Files.readString(file));
    assertFalse(Files.exists(folder.resolve("sign.key.new")));
  }

  @Test
  void read_openKeyWithoutPassphrase_staysAsItIs() throws Exception {
    String before = Files.readString(file);
    assertArrayEquals(key.scalar(), new KeyFile(file, Optional.empty()).read(random).scalar());
    assertEquals(before, Files.readString(file));
  }

  @Test
  void read_wrongPassphrase_refusedAndTheFileLeftAlone() throws Exception {
    read();
    String wrapped = Files.readString(file);
    word("correct horse battery stapler");
    CryptoException refused = refused(PASSPHRASE_REFUSED);
    assertTrue(refused.getMessage().contains(words.toString()), refused.getMessage());
    assertEquals(wrapped, Files.readString(file));
    word(WORDS);
    assertArrayEquals(key.scalar(), read().scalar());
  }

  @Test
  void read_wrappedKeyAndNoPassphraseConfigured_saysSo() throws Exception {
    read();
    CryptoException refused =
        assertThrows(CryptoException.class, () -> new KeyFile(file, Optional.empty()).read(random));
    assertEquals(PASSPHRASE_REFUSED, refused.fault());
    assertTrue(refused.getMessage().contains("no passphrase file is configured"));
  }

  @Test
  void read_boundToTheMachine_opensOnThatOneOnly() throws Exception {
    assertArrayEquals(key.scalar(), read(Optional.of(machine)).scalar());
    assertArrayEquals(key.scalar(), read(Optional.of(machine)).scalar());
    refused(PASSPHRASE_REFUSED);
    Files.writeString(machine, "another machine\n");
    assertEquals(
        PASSPHRASE_REFUSED,
        assertThrows(CryptoException.class, () -> read(Optional.of(machine))).fault());
    Files.delete(machine);
    assertEquals(
        FILE_UNREADABLE,
        assertThrows(CryptoException.class, () -> read(Optional.of(machine))).fault());
  }

  @Test
  void read_everyTruncation_isRefusedClearly() throws Exception {
    read();
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length - 1; length += 13) {
      Files.write(file, Arrays.copyOf(whole, length));
      CryptoException refused = assertThrows(CryptoException.class, this::read);
      assertTrue(
          refused.fault() == FILE_MALFORMED || refused.fault() == PASSPHRASE_REFUSED,
          length + " " + refused.getMessage());
      assertTrue(refused.getMessage().contains(folder.toString()), refused.getMessage());
    }
  }

  @Test
  void read_passphraseFileOpenMissingEmptyOrShort_refused() throws Exception {
    Files.setPosixFilePermissions(words, PosixFilePermissions.fromString("rw-r-----"));
    assertTrue(refused(FILE_TOO_OPEN).getMessage().contains("chmod 600"));
    word("");
    refused(FILE_MALFORMED);
    word("short");
    refused(FILE_MALFORMED);
    Files.delete(words);
    refused(FILE_UNREADABLE);
    assertTrue(Files.readString(file).contains("BEGIN PRIVATE KEY"));
  }

  @Test
  void read_wrappedKeyOpenToOthers_refused() throws Exception {
    read();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    refused(FILE_TOO_OPEN);
  }

  @Test
  void read_twoKeysInOneFile_refused() throws Exception {
    read();
    String wrapped = Files.readString(file);
    Files.writeString(file, wrapped + wrapped);
    refused(FILE_MALFORMED);
  }
}
