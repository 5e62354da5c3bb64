package egov.kiosk.crypto.custody;

import static egov.kiosk.crypto.CryptoFault.CERTIFICATE_USE_WRONG;
import static egov.kiosk.crypto.CryptoFault.KEY_ABSENT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import egov.kiosk.crypto.sm.Sm2Encryption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class FileCustodyTest {
  @TempDir Path folder;
  private Lab lab;

  @BeforeEach
  void write() throws Exception {
    lab = new Lab();
    PemFiles.writeKey(folder.resolve("sign.key"), lab.kiosk.key());
    PemFiles.writeCertificates(folder.resolve("sign.crt"), List.of(lab.kiosk.certificate()));
    PemFiles.writeKey(folder.resolve("enc.key"), lab.platformEncrypt.key());
    PemFiles.writeCertificates(
        folder.resolve("enc.crt"), List.of(lab.platformEncrypt.certificate()));
  }

  private KeyFiles.Pair pair(String name) {
    return new KeyFiles.Pair(folder.resolve(name + ".key"), folder.resolve(name + ".crt"));
  }

  private FileCustody open(Optional<KeyFiles.Pair> encryption) throws CryptoException {
    return FileCustody.open(new KeyFiles(pair("sign"), encryption, Optional.empty()), lab.random);
  }

  @Test
  void open_bothPairs_signsAndOpens() throws Exception {
    FileCustody custody = open(Optional.of(pair("enc")));
    byte[] message = {1, 2, 3};
    assertTrue(lab.kiosk.key().publicKey().verifies(message, custody.signing().sign(message)));
    OpeningKey opening = custody.opening();
    byte[] sealed = Sm2Encryption.encrypt(opening.certificate().publicKey(), message, lab.random);
    assertArrayEquals(message, opening.open(sealed));
    sealed[sealed.length - 1] ^= 1;
    Refusal.ofMessage(() -> opening.open(sealed));
    assertEquals(CustodyReport.READY, custody.report(Duration.ofSeconds(1)));
    custody.close();
  }

  @Test
  void description_isNoHardware() throws Exception {
    KeyDescription description = open(Optional.empty()).description();
    assertEquals(CustodyKind.FILE, description.kind());
    assertFalse(description.hardware());
    assertTrue(description.label().endsWith("sign.key"));
  }

  @Test
  void opening_withoutEncryptionKey_saysSo() throws Exception {
    FileCustody custody = open(Optional.empty());
    Refusal.with(KEY_ABSENT, custody::opening);
  }

  @Test
  void open_pairsSwapped_refused() {
    Refusal.with(
        CERTIFICATE_USE_WRONG,
        () ->
            FileCustody.open(
                new KeyFiles(pair("enc"), Optional.empty(), Optional.empty()), lab.random));
    Refusal.with(CERTIFICATE_USE_WRONG, () -> open(Optional.of(pair("sign"))));
  }

  @Test
  void open_everyTime_saysThatItIsALaboratoryAndThatTheKeyIsOpen() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger("egov.kiosk.crypto.custody");
    ListAppender<ILoggingEvent> heard = new ListAppender<>();
    heard.start();
    logger.addAppender(heard);
    try {
      open(Optional.empty());
      open(Optional.empty());
    } finally {
      logger.detachAppender(heard);
    }
    assertEquals(4, heard.list.size());
    for (int i = 0; i < 4; i += 2) {
      assertEquals(Level.WARN, heard.list.get(i).getLevel());
      assertTrue(heard.list.get(i).getFormattedMessage().contains("not even wrapped"));
      assertTrue(heard.list.get(i + 1).getFormattedMessage().contains("for laboratories only"));
    }
  }

  @Test
  void report_needsAReasonExactlyWhenNotReady() {
    CryptoException why = new CryptoException(CryptoFault.DEVICE_LOCKED, "locked");
    assertEquals(CustodyState.LOCKED, CustodyReport.of(why).state());
    assertThrows(
        IllegalArgumentException.class,
        () -> new CustodyReport(CustodyState.READY, Optional.of(why)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new CustodyReport(CustodyState.SLOW, Optional.empty()));
  }
}
