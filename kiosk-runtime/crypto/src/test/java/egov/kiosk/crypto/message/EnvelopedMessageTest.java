package egov.kiosk.crypto.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.Refusal;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.sm.HedgedRandom;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Envelopes that were not made for this recipient, or not made this way. */
class EnvelopedMessageTest {
  private static final byte[] CONTENT = "{\"kind\":\"test\"}".getBytes(StandardCharsets.UTF_8);

  private final Lab lab;

  EnvelopedMessageTest() throws CryptoException {
    lab = new Lab();
  }

  private byte[] sealed(byte[] inside) {
    HedgedRandom random = new HedgedRandom(lab.random);
    random.begin(inside, new byte[0]);
    return EnvelopedMessage.seal(lab.platformEncrypt.certificate(), inside, random);
  }

  private byte[] sealed() throws CryptoException {
    return sealed(SignedMessage.sign(lab.kioskKey(), CONTENT).signedData());
  }

  private SignedMessage open(byte[] envelope) throws CryptoException {
    return open(lab.platformEncrypt, envelope);
  }

  private static SignedMessage open(IssuedKey recipient, byte[] envelope) throws CryptoException {
    return EnvelopedMessage.open(recipient.certificate(), recipient.key(), envelope);
  }

  @Property(tries = 100)
  void open_anythingSealed_comesBack(@ForAll byte[] content) throws CryptoException {
    byte[] envelope = sealed(SignedMessage.sign(lab.kioskKey(), content).signedData());
    SignedMessage message = open(envelope);
    assertArrayEquals(content, message.content());
    assertEquals(lab.kiosk.certificate(), message.signer());
  }

  @Test
  void open_cutOrExtendedAnywhere_refused() throws Exception {
    byte[] good = sealed();
    for (int length = 0; length <= good.length + 20; length++) {
      if (length != good.length) {
        byte[] bent = Arrays.copyOf(good, length);
        Refusal.ofMessage(() -> open(bent));
      }
    }
  }

  @Test
  void open_blocksSwapped_refused() throws Exception {
    byte[] bent = sealed();
    int end = bent.length;
    byte[] last = Arrays.copyOfRange(bent, end - 16, end);
    System.arraycopy(bent, end - 32, bent, end - 16, 16);
    System.arraycopy(last, 0, bent, end - 32, 16);
    Refusal.ofMessage(() -> open(bent));
  }

  @Test
  void open_forAnotherRecipient_refused() throws Exception {
    IssuedKey other = lab.authority.issue("other", CertificateUse.ENCRYPT, Lab.FROM, Lab.UNTIL);
    byte[] envelope = sealed();
    Refusal.ofMessage(() -> open(other, envelope));
    IssuedKey mixed = new IssuedKey(other.key(), lab.platformEncrypt.certificate());
    Refusal.ofMessage(() -> open(mixed, envelope));
  }

  @Test
  void open_contentThatIsNotSigned_refused() throws Exception {
    for (byte[] inside :
        new byte[][] {
          CONTENT, new byte[1], SignedMessage.sign(lab.kioskKey(), CONTENT).contentInfo()
        }) {
      byte[] envelope = sealed(inside);
      Refusal.ofMessage(() -> open(envelope));
    }
  }

  @Test
  void open_signedMessageWithoutEnvelope_refused() throws Exception {
    byte[] bare = SignedMessage.sign(lab.kioskKey(), CONTENT).contentInfo();
    Refusal.ofMessage(() -> open(bare));
    byte[] envelope = sealed();
    Refusal.ofMessage(() -> SignedMessage.readContentInfo(envelope));
  }

  @Test
  void seal_sameMessageTwice_nothingRepeats() throws Exception {
    byte[] inside = SignedMessage.sign(lab.kioskKey(), CONTENT).signedData();
    byte[] one = sealed(inside);
    byte[] two = sealed(inside);
    int end = Math.min(one.length, two.length);
    assertFalse(
        Arrays.equals(
            Arrays.copyOfRange(one, end - 64, end), Arrays.copyOfRange(two, end - 64, end)));
  }

  @Property(tries = 2000)
  void open_anyBytes_refused(@ForAll byte[] bytes) {
    Refusal.ofMessage(() -> open(bytes));
  }
}
