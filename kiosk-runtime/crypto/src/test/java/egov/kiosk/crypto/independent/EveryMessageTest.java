package egov.kiosk.crypto.independent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.envelope.Gbt35275EnvelopeSealer;
import egov.kiosk.crypto.envelope.Gbt35275ParcelSealer;
import egov.kiosk.crypto.envelope.Gbt35275StatementSealer;
import egov.kiosk.crypto.envelope.OrderSigner;
import egov.kiosk.crypto.envelope.ReceiptSigner;
import egov.kiosk.crypto.envelope.Sample;
import egov.kiosk.crypto.envelope.TestCodec;
import egov.kiosk.crypto.envelope.TestFleetCodec;
import egov.kiosk.domain.fleet.Incident;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.fleet.Statement;
import egov.kiosk.domain.transaction.Rating;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.domain.transaction.TransactionId;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every kind of message this product makes is read by a reader that shares no code with it. */
class EveryMessageTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Lab.NOW);
  private static final int MARK = "EGOVPARCEL1".length();

  private final TestCodec codec = new TestCodec();
  private final TestFleetCodec fleet = new TestFleetCodec();
  private final Lab lab;

  EveryMessageTest() throws CryptoException {
    lab = new Lab();
  }

  private Gbt35275EnvelopeSealer sealer() throws CryptoException {
    return new Gbt35275EnvelopeSealer(
        lab.kioskKey(), lab.platformEncrypt.certificate(), codec, CLOCK, lab.random);
  }

  private Gbt35275Reader.Signed opened(byte[] envelope) throws Exception {
    return Gbt35275Reader.signedInEnvelope(
        envelope, lab.platformEncrypt.certificate().encoded(), lab.platformEncrypt.key());
  }

  private static void says(byte[] content, IssuedKey by, Gbt35275Reader.Signed signed) {
    assertArrayEquals(content, signed.content());
    assertArrayEquals(by.certificate().encoded(), signed.certificate());
  }

  @Test
  void transactionAndRating_readIndependently() throws Exception {
    Transaction transaction = Sample.transaction(Lab.KIOSK, "写明一点");
    says(codec.encode(transaction), lab.kiosk, opened(sealer().seal(transaction).bytes()));
    Rating rating = Sample.rating(Lab.KIOSK);
    says(codec.encode(rating), lab.kiosk, opened(sealer().seal(rating).bytes()));
  }

  @Test
  void statement_readIndependently() throws Exception {
    Statement statement =
        new Incident(TransactionId.create(Lab.NOW), Lab.KIOSK, Lab.NOW, List.of());
    Gbt35275StatementSealer statements =
        new Gbt35275StatementSealer(
            lab.kioskKey(), lab.platformEncrypt.certificate(), fleet, CLOCK, lab.random);
    says(fleet.encode(statement), lab.kiosk, opened(statements.seal(statement).bytes()));
  }

  @Test
  void receipts_readIndependently() throws Exception {
    var receipts = List.of(Sample.receipt(Lab.KIOSK), Sample.receipt(Lab.KIOSK));
    byte[] message = new ReceiptSigner(lab.platformKey(), codec).sign(receipts);
    Gbt35275Reader.Signed signed = Gbt35275Reader.signedMessage(message);
    assertArrayEquals(lab.platformSign.certificate().encoded(), signed.certificate());
    assertArrayEquals(receipts.toArray(), codec.decodeReceipts(signed.content()).toArray());
  }

  @Test
  void order_readIndependently() throws Exception {
    Order order =
        new Order.MissingChunks(
            Lab.KIOSK, Lab.NOW, TransactionId.create(Lab.NOW).value(), List.of(0));
    byte[] message = new OrderSigner(lab.platformKey(), fleet).sign(order);
    says(fleet.encode(order), lab.platformSign, Gbt35275Reader.signedMessage(message));
  }

  @Test
  void parcel_readIndependentlyOutsideAndInside() throws Exception {
    byte[] header = {1, 2, 3};
    byte[] plain = codec.encode(Sample.rating(Lab.KIOSK));
    byte[] parcel =
        new Gbt35275ParcelSealer(
                lab.kioskKey(), lab.platformEncrypt.certificate(), CLOCK, lab.random)
            .sealParcel(header, plain);
    Gbt35275Reader.Signed signed = Gbt35275Reader.signedMessage(parcel);
    assertArrayEquals(lab.kiosk.certificate().encoded(), signed.certificate());
    ByteBuffer content = ByteBuffer.wrap(signed.content()).position(MARK);
    byte[] found = new byte[content.getInt()];
    content.get(found);
    assertArrayEquals(header, found);
    byte[] envelope = new byte[content.remaining()];
    content.get(envelope);
    assertArrayEquals(
        plain,
        Gbt35275Reader.dataInEnvelope(
            envelope, lab.platformEncrypt.certificate().encoded(), lab.platformEncrypt.key()));
  }

  @Test
  void bentMessage_refusedByTheReaderToo() throws Exception {
    byte[] message =
        new ReceiptSigner(lab.platformKey(), codec).sign(List.of(Sample.receipt(Lab.KIOSK)));
    byte[] content = Gbt35275Reader.signedMessage(message).content();
    int at = indexOf(message, content);
    message[at + content.length / 2] ^= 1;
    assertThrows(AssertionError.class, () -> Gbt35275Reader.signedMessage(message));
  }

  private static int indexOf(byte[] whole, byte[] part) {
    int at = 0;
    while (!Arrays.equals(Arrays.copyOfRange(whole, at, at + part.length), part)) {
      at++;
    }
    return at;
  }
}
