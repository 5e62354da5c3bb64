package egov.kiosk.crypto.custody;

import static egov.kiosk.crypto.CryptoFault.CERTIFICATE_MALFORMED;
import static egov.kiosk.crypto.CryptoFault.CERTIFICATE_USE_WRONG;
import static egov.kiosk.crypto.CryptoFault.FILE_MALFORMED;
import static egov.kiosk.crypto.CryptoFault.FILE_TOO_OPEN;
import static egov.kiosk.crypto.CryptoFault.FILE_UNREADABLE;
import static egov.kiosk.crypto.CryptoFault.KEY_INVALID;
import static egov.kiosk.crypto.CryptoFault.KEY_NOT_OF_CERTIFICATE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.Refusal;
import egov.kiosk.crypto.certificate.IssuedKey;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class FilesTest {
  @TempDir Path folder;
  private Lab lab;
  private Path keyFile;
  private Path certificateFile;

  @BeforeEach
  void write() throws CryptoException, IOException {
    lab = new Lab();
    keyFile = folder.resolve("sign.key");
    certificateFile = folder.resolve("sign.crt");
    PemFiles.writeKey(keyFile, lab.kiosk.key());
    PemFiles.writeCertificates(certificateFile, List.of(lab.kiosk.certificate()));
  }

  private SoftwareSigningKey open() throws CryptoException {
    return SoftwareSigningKey.open(keyFile, certificateFile, lab.random);
  }

  private void mode(String permissions) throws IOException {
    Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void open_goodFiles_signs() throws Exception {
    byte[] message = {1, 2, 3};
    SigningKey key = open();
    assertEquals(lab.kiosk.certificate(), key.certificate());
    assertTrue(lab.kiosk.key().publicKey().verifies(message, key.sign(message)));
  }

  @Test
  void open_goodFiles_warnsOnceThatItIsALaboratory() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger(SoftwareSigningKey.class);
    ListAppender<ILoggingEvent> heard = new ListAppender<>();
    heard.start();
    logger.addAppender(heard);
    try {
      open();
    } finally {
      logger.detachAppender(heard);
    }
    assertEquals(1, heard.list.size());
    assertEquals(Level.WARN, heard.list.get(0).getLevel());
    assertTrue(heard.list.get(0).getFormattedMessage().contains("for laboratories only"));
  }

  @Test
  void writeKey_mode0600AndNeverOverwrites() throws Exception {
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)));
    assertThrows(
        FileAlreadyExistsException.class, () -> PemFiles.writeKey(keyFile, lab.platformSign.key()));
    assertArrayEquals(lab.kiosk.key().scalar(), PemFiles.readKey(keyFile).scalar());
  }

  @Test
  void open_keyFileOpenToOthers_refusedWithRemedy() throws Exception {
    for (String permissions :
        List.of("rw-r-----", "rw-rw----", "rw----r--", "rw-----w-", "rwx------", "rw------x")) {
      mode(permissions);
      CryptoException refused = assertThrows(CryptoException.class, this::open);
      assertEquals(FILE_TOO_OPEN, refused.fault());
      assertTrue(refused.getMessage().contains("chmod 600"));
      assertTrue(refused.getMessage().contains(keyFile.toString()));
    }
    mode("r--------");
    open();
  }

  @Test
  void open_filesMissing_refused() throws Exception {
    Path nowhere = folder.resolve("nowhere");
    Refusal.with(FILE_UNREADABLE, () -> PemFiles.readKey(nowhere));
    Refusal.with(FILE_UNREADABLE, () -> PemFiles.readCertificates(nowhere));
  }

  @Test
  void open_keyOfAnother_refused() {
    Refusal.with(
        KEY_NOT_OF_CERTIFICATE,
        () ->
            SoftwareSigningKey.of(
                new IssuedKey(lab.platformSign.key(), lab.kiosk.certificate()), lab.random));
  }

  @Test
  void open_encryptionCertificate_refused() {
    Refusal.with(
        CERTIFICATE_USE_WRONG, () -> SoftwareSigningKey.of(lab.platformEncrypt, lab.random));
  }

  @Test
  void readKey_contentThatIsNoKey_refusedWithoutQuotingIt() throws Exception {
    String good = Files.readString(keyFile);
    refusedKey(FILE_MALFORMED, "");
    refusedKey(FILE_MALFORMED, good + good);
    refusedKey(FILE_MALFORMED, good.substring(0, good.length() - 20));
    refusedKey(FILE_MALFORMED, Files.readString(certificateFile));
    refusedKey(FILE_MALFORMED, good.replace("PRIVATE", "ENCRYPTED PRIVATE"));
    refusedKey(FILE_MALFORMED, "-----BEGIN PRIVATE KEY-----\n!secret!\n-----END PRIVATE KEY-----");
    refusedKey(FILE_MALFORMED, "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----");
  }

  @Test
  void readKey_scalarOutOfRange_refused() throws Exception {
    byte[] der = Pkcs8.encode(lab.kiosk.key());
    byte[] scalar = lab.kiosk.key().scalar();
    for (int at = 0; at < der.length - 32; at++) {
      if (Arrays.equals(Arrays.copyOfRange(der, at, at + 32), scalar)) {
        Arrays.fill(der, at, at + 32, (byte) 0xff);
      }
    }
    refusedKey(KEY_INVALID, Pem.encode("PRIVATE KEY", der));
  }

  @Test
  void readCertificates_severalAndComments_inOrder() throws Exception {
    Path trust = folder.resolve("trust.pem");
    PemFiles.writeCertificates(
        trust, List.of(lab.authority.certificate(), lab.kiosk.certificate()));
    Files.writeString(trust, "# laboratory\n" + Files.readString(trust));
    assertEquals(
        List.of(lab.authority.certificate(), lab.kiosk.certificate()),
        PemFiles.readCertificates(trust));
    Refusal.with(FILE_MALFORMED, () -> PemFiles.readCertificate(trust));
  }

  @Test
  void readCertificates_contentThatIsNone_refused() throws Exception {
    Files.writeString(certificateFile, "hello");
    Refusal.with(FILE_MALFORMED, () -> PemFiles.readCertificates(certificateFile));
    Files.writeString(certificateFile, Pem.encode("CERTIFICATE", new byte[] {0x30, 0}));
    Refusal.with(CERTIFICATE_MALFORMED, () -> PemFiles.readCertificates(certificateFile));
    Files.write(certificateFile, new byte[300_000]);
    Refusal.with(FILE_MALFORMED, () -> PemFiles.readCertificates(certificateFile));
  }

  private void refusedKey(CryptoFault fault, String content) throws IOException {
    Files.writeString(keyFile, content);
    CryptoException refused = assertThrows(CryptoException.class, () -> PemFiles.readKey(keyFile));
    assertEquals(fault, refused.fault());
    assertTrue(!refused.getMessage().contains("secret") && refused.getCause() == null);
  }
}
