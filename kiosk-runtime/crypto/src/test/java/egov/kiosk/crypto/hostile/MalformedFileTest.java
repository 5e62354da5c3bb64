package egov.kiosk.crypto.hostile;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.custody.PemFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PEM and PKCS#8 as a careless technician or a failing disk leaves them. */
class MalformedFileTest {
  private static final int TRIES = 150;
  private static final Set<CryptoFault> TYPED =
      Set.of(
          CryptoFault.FILE_MALFORMED, CryptoFault.CERTIFICATE_MALFORMED, CryptoFault.KEY_INVALID);

  @TempDir Path folder;
  private final Random random = new Random(42);
  private final Lab lab;

  MalformedFileTest() throws CryptoException {
    lab = new Lab();
  }

  private Path file(byte[] content) throws IOException {
    Path file = folder.resolve("file.pem");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.write(file, content);
  }

  private interface Reading {
    Object read(Path file) throws CryptoException;
  }

  /** Either taken or refused with a reason of the room; nothing else ever. */
  private void takenOrTyped(byte[] content, Reading reading) throws IOException {
    try {
      reading.read(file(content));
    } catch (CryptoException e) {
      assertTrue(TYPED.contains(e.fault()), e.fault().name());
    }
  }

  private static byte[] pem(String label, byte[] der) {
    return ("-----BEGIN "
            + label
            + "-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
            + "\n-----END "
            + label
            + "-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private byte[] keyDer() throws IOException {
    Path file = folder.resolve("good.key");
    Files.deleteIfExists(file);
    PemFiles.writeKey(file, lab.kiosk.key());
    String text = Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    return Base64.getDecoder().decode(text);
  }

  @Test
  void readKey_spoiltPkcs8_typedRefusal() throws Exception {
    byte[] good = keyDer();
    for (Mangling mangling : Mangling.values()) {
      for (int i = 0; i < TRIES / Mangling.values().length; i++) {
        takenOrTyped(pem("PRIVATE KEY", mangling.of(good, random)), PemFiles::readKey);
      }
    }
  }

  @Test
  void readKey_zeroOrTooLargeScalarOrOtherCurve_refused() throws Exception {
    for (String scalar : new String[] {"00", "ff"}) {
      byte[] der = keyDer();
      int at = indexOfScalar(der);
      for (int i = 0; i < 32; i++) {
        der[at + i] = (byte) Integer.parseInt(scalar, 16);
      }
      Path file = file(pem("PRIVATE KEY", der));
      CryptoException refused = assertThrows(CryptoException.class, () -> PemFiles.readKey(file));
      assertTrue(TYPED.contains(refused.fault()));
    }
    byte[] other = keyDer();
    int curve = indexOf(other, new byte[] {(byte) 0x81, 0x1c, (byte) 0xcf, 0x55});
    other[curve + 6] ^= 1;
    Path file = file(pem("PRIVATE KEY", other));
    assertThrows(CryptoException.class, () -> PemFiles.readKey(file));
  }

  @Test
  void readCertificates_spoiltText_typedRefusal() throws Exception {
    byte[] good = pem("CERTIFICATE", lab.kiosk.certificate().encoded());
    for (int i = 0; i < TRIES; i++) {
      byte[] bent = good.clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
      }
      takenOrTyped(bent, PemFiles::readCertificates);
      takenOrTyped(Mangling.randomBytes(random, 200), PemFiles::readCertificates);
    }
    takenOrTyped(
        "-----BEGIN CERTIFICATE-----".repeat(5000).getBytes(StandardCharsets.US_ASCII),
        PemFiles::readCertificates);
  }

  private static int indexOfScalar(byte[] der) {
    return indexOf(der, new byte[] {2, 1, 1, 4, 32}) + 5;
  }

  private static int indexOf(byte[] whole, byte[] part) {
    for (int at = 0; at + part.length <= whole.length; at++) {
      if (java.util.Arrays.equals(whole, at, at + part.length, part, 0, part.length)) {
        return at;
      }
    }
    throw new AssertionError("not found");
  }
}
