package egov.kiosk.crypto.envelope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.Refusal;
import egov.kiosk.crypto.message.SignedMessage;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.fleet.Parcel;
import egov.kiosk.domain.fleet.ParcelSealer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** From one kiosk's export over any other kiosk to the platform. */
class ParcelTest {
  private static final byte[] HEADER = "file 1 part 2".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PLAIN = "number 123456789012".getBytes(StandardCharsets.US_ASCII);

  private final Lab lab;

  ParcelTest() throws CryptoException {
    lab = new Lab();
  }

  private ParcelSealer sealer(Instant now) throws CryptoException {
    return new Gbt35275ParcelSealer(
        lab.kioskKey(), lab.platformEncrypt.certificate(), InstantSource.fixed(now), lab.random);
  }

  private Sm2ParcelVerifier verifier() {
    return new Sm2ParcelVerifier(lab.trust, InstantSource.fixed(Lab.NOW));
  }

  private void refused(byte[] parcel) {
    ReceiptRefusedException refused =
        assertThrows(ReceiptRefusedException.class, () -> verifier().verifyParcel(parcel));
    assertEquals(ReceiptRefusedException.Reason.BAD_SIGNATURE, refused.reason());
  }

  @Test
  void open_sealedParcel_headerForAllAndRestForThePlatform() throws Exception {
    byte[] sealed = sealer(Lab.NOW).sealParcel(HEADER, PLAIN);
    Parcel parcel = verifier().verifyParcel(sealed);
    assertEquals(Lab.KIOSK, parcel.kioskId());
    assertArrayEquals(HEADER, parcel.header());
    assertArrayEquals(PLAIN, new ParcelOpener(lab.platformEncrypt).open(parcel));
    assertFalse(
        new String(sealed, StandardCharsets.ISO_8859_1).contains("123456789012"), "is encrypted");
    Refusal.ofMessage(() -> new ParcelOpener(lab.kiosk).open(parcel));
    Refusal.ofMessage(() -> new ParcelOpener(new Lab().platformEncrypt).open(parcel));
  }

  @Test
  void verify_oneBitFlipped_refused() throws Exception {
    byte[] good = sealer(Lab.NOW).sealParcel(HEADER, PLAIN);
    Random places = new Random(35275);
    for (int flip = 0; flip < 3000; flip++) {
      int bit = places.nextInt(good.length * 8);
      byte[] bent = good.clone();
      bent[bit / 8] ^= (byte) (1 << bit % 8);
      refused(bent);
    }
  }

  @Test
  void verify_strangersOrOtherThingsTheKioskSigned_refused() throws Exception {
    Lab stranger = new Lab();
    refused(
        new Gbt35275ParcelSealer(
                stranger.kioskKey(),
                lab.platformEncrypt.certificate(),
                InstantSource.fixed(Lab.NOW),
                lab.random)
            .sealParcel(HEADER, PLAIN));
    for (byte[] content :
        new byte[][] {{}, {1, 2, 3}, "EGOVPARCEL1xxxx".getBytes(StandardCharsets.US_ASCII)}) {
      refused(SignedMessage.sign(lab.kioskKey(), content).contentInfo());
    }
  }

  @Test
  void seal_tooLargeOrCertificateExpired_refused() throws Exception {
    byte[] large = new byte[ParcelSealer.LARGEST];
    assertEquals(
        0, verifier().verifyParcel(sealer(Lab.NOW).sealParcel(new byte[0], large)).header().length);
    assertThrows(IllegalArgumentException.class, () -> sealer(Lab.NOW).sealParcel(HEADER, large));
    assertThrows(
        SealException.class, () -> sealer(Lab.UNTIL.plusSeconds(301)).sealParcel(HEADER, PLAIN));
  }

  @Property(tries = 500)
  void verify_anyBytes_refused(@ForAll byte[] bytes) {
    refused(bytes);
  }
}
