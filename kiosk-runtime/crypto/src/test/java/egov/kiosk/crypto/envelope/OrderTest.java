package egov.kiosk.crypto.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.Refusal;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.message.SignedMessage;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.envelope.ReceiptRefusedException.Reason;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What must happen before an order is believed. */
class OrderTest {
  private static final int FLIPS = 5000;

  private final Lab lab;
  private final TestFleetCodec codec = new TestFleetCodec();

  OrderTest() throws CryptoException {
    lab = new Lab();
  }

  private Sm2OrderVerifier verifier(Instant now) {
    return new Sm2OrderVerifier(
        Lab.KIOSK, lab.trust, Lab.PLATFORM, codec, InstantSource.fixed(now));
  }

  private static Order order(String kioskId) {
    return new Order.MissingChunks(
        kioskId, Lab.NOW, TransactionId.create(Lab.NOW).value(), List.of(0));
  }

  private byte[] signed(SigningKey key, String kioskId) throws CryptoException {
    return new OrderSigner(key, codec).sign(order(kioskId));
  }

  private ReceiptRefusedException refused(Reason reason, byte[] message) {
    ReceiptRefusedException refused =
        assertThrows(ReceiptRefusedException.class, () -> verifier(Lab.NOW).verify(message));
    assertEquals(reason, refused.reason());
    return refused;
  }

  @Test
  void verify_thePlatformsOrder_comesBack() throws Exception {
    Order order = order(Lab.KIOSK);
    assertEquals(
        order, verifier(Lab.NOW).verify(new OrderSigner(lab.platformKey(), codec).sign(order)));
  }

  @Test
  void verify_oneBitFlipped_alwaysTheSameRefusal() throws Exception {
    byte[] good = signed(lab.platformKey(), Lab.KIOSK);
    Random places = new Random(35275);
    for (int flip = 0; flip < FLIPS; flip++) {
      int bit = places.nextInt(good.length * 8);
      byte[] bent = good.clone();
      bent[bit / 8] ^= (byte) (1 << bit % 8);
      assertEquals(
          CryptoException.messageRefused().getMessage(),
          refused(Reason.BAD_SIGNATURE, bent).getMessage());
    }
  }

  @Test
  void verify_byAKioskOrExpiredOrForAnother_refused() throws Exception {
    refused(Reason.BAD_SIGNATURE, signed(lab.kioskKey(), Lab.KIOSK));
    refused(Reason.OTHER_KIOSK, signed(lab.platformKey(), "other-kiosk"));
    byte[] good = signed(lab.platformKey(), Lab.KIOSK);
    ReceiptRefusedException late =
        assertThrows(
            ReceiptRefusedException.class, () -> verifier(Lab.UNTIL.plusSeconds(301)).verify(good));
    assertTrue(late.getMessage().contains("CERTIFICATE_EXPIRED"));
  }

  @Test
  void verify_aReceiptOfThePlatform_isNoOrder() throws Exception {
    byte[] receipt =
        new ReceiptSigner(lab.platformKey(), new TestCodec())
            .sign(List.of(Sample.receipt(Lab.KIOSK)));
    refused(Reason.MALFORMED, receipt);
  }

  @Test
  void verify_tooLarge_refusedUnreadAndNeverSigned() throws Exception {
    refused(Reason.MALFORMED, new byte[OrderSigner.LARGEST + 1]);
    byte[] large = new byte[OrderSigner.LARGEST];
    byte[] message = SignedMessage.sign(lab.platformKey(), large).contentInfo();
    refused(Reason.MALFORMED, message);
    TestFleetCodec huge =
        new TestFleetCodec() {
          @Override
          public byte[] encode(Order order) {
            return large.clone();
          }
        };
    OrderSigner signer = new OrderSigner(lab.platformKey(), huge);
    Refusal.with(CryptoFault.MESSAGE_TOO_LARGE, () -> signer.sign(order(Lab.KIOSK)));
  }

  @Property(tries = 500)
  void verify_anyBytes_refused(@ForAll byte[] bytes) {
    refused(Reason.BAD_SIGNATURE, bytes);
  }
}
