package egov.kiosk.crypto.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.sm.Sm3;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Seals and what they leave, against GB/T 38540-2020; ofdrw reads them in the room of documents.
 */
class SealTest {
  private static final byte[] DIGEST = Sm3.digest(new byte[] {1});
  private static final String PLACE = "/Doc_0/Signs/Sign_0/Signature.xml";

  private static Lab lab;
  private static ElectronicSeal seal;
  private static SealSignature signature;

  @BeforeAll
  static void make() throws CryptoException {
    lab = new Lab();
    seal = ElectronicSeal.make(lab.platformKey(), content());
    signature = SealSignature.sign(lab.kioskKey(), seal, Lab.NOW, DIGEST, PLACE);
  }

  private static SealContent content() {
    return new SealContent(
        "3501",
        "egov",
        1,
        "鼓楼区政务服务中心\uD842\uDFB7",
        List.of(lab.kiosk.certificate()),
        Lab.FROM,
        Lab.FROM,
        Lab.UNTIL,
        new SealPicture("PNG", new byte[] {1, 2, 3}, 40, 40));
  }

  @Test
  void seal_saysWhatWasPutIntoIt() throws CryptoException {
    ElectronicSeal read = ElectronicSeal.parse(seal.encoded());
    assertEquals(content(), read.content());
    assertEquals(lab.platformSign.certificate(), read.maker());
    assertTrue(read.isGenuine());
    assertTrue(read.mayBeUsedBy(lab.kiosk.certificate()));
    assertFalse(read.mayBeUsedBy(lab.platformSign.certificate()));
  }

  @Test
  void signature_saysWhatWasSealed() throws CryptoException {
    SealSignature read = SealSignature.parse(signature.encoded());
    assertTrue(read.isGenuine());
    assertEquals(seal, read.seal());
    assertEquals(Lab.NOW, read.sealedAt());
    assertEquals(PLACE, read.property());
    assertArrayEquals(DIGEST, read.digest());
    assertEquals(lab.kiosk.certificate(), read.signer());
  }

  @Test
  void keyTheSealDoesNotName_isRefused() {
    CryptoException refused =
        assertThrows(
            CryptoException.class,
            () -> SealSignature.sign(lab.platformKey(), seal, Lab.NOW, DIGEST, PLACE));
    assertEquals(CryptoFault.CERTIFICATE_USE_WRONG, refused.fault());
  }

  /** Whatever byte is changed: unreadable, or not genuine, or another certificate is named. */
  @Test
  void oneByteAnywhere_isNoticed() {
    Random random = new Random(1);
    byte[] good = signature.encoded();
    for (int at = 0; at < good.length; at++) {
      byte[] edited = good.clone();
      edited[at] ^= (byte) (1 + random.nextInt(255));
      try {
        SealSignature read = SealSignature.parse(edited);
        assertFalse(read.isGenuine() && read.seal().mayBeUsedBy(read.signer()), "byte " + at);
      } catch (CryptoException e) {
        assertEquals(CryptoFault.MESSAGE_REFUSED, e.fault());
      }
    }
  }

  @Property(tries = 2000)
  void anyBytes_areRefusedWithoutMoreWords(@ForAll @Size(max = 300) byte[] bytes) {
    for (byte[] input : List.of(bytes, spliced(bytes))) {
      CryptoException refused =
          assertThrows(CryptoException.class, () -> ElectronicSeal.parse(input));
      assertEquals(CryptoFault.MESSAGE_REFUSED, refused.fault());
    }
  }

  /** A seal's beginning with rubbish behind. */
  private static byte[] spliced(byte[] bytes) {
    byte[] start = {0x30, (byte) 0x82, 1, 0, 0x30, 0x1F, 0x30, 0x10, 0x16, 2, 'E', 'S', 2, 1, 4};
    byte[] spliced = Arrays.copyOf(start, start.length + bytes.length);
    System.arraycopy(bytes, 0, spliced, start.length, bytes.length);
    return spliced;
  }

  @Test
  void contentOutOfBounds_isRefused() {
    SealPicture picture = content().picture();
    assertThrows(IllegalArgumentException.class, () -> new SealPicture("png", new byte[0], 1, 1));
    assertThrows(
        IllegalArgumentException.class, () -> new SealPicture("png", new byte[] {1}, 201, 1));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new SealContent(
                "号", "v", 1, "n", content().signers(), Lab.FROM, Lab.FROM, Lab.UNTIL, picture));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new SealContent(
                "1", "v", 1, "n", content().signers(), Lab.FROM, Lab.UNTIL, Lab.FROM, picture));
  }
}
