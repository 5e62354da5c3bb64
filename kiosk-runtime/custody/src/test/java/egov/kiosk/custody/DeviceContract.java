package egov.kiosk.custody;

import static egov.kiosk.crypto.CryptoFault.DEVICE_ABSENT;
import static egov.kiosk.crypto.CryptoFault.DEVICE_FAULT;
import static egov.kiosk.crypto.CryptoFault.DEVICE_SLOW;
import static egov.kiosk.crypto.CryptoFault.KEY_NOT_OF_CERTIFICATE;
import static egov.kiosk.crypto.CryptoFault.MESSAGE_REFUSED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.custody.CustodyState;
import egov.kiosk.crypto.custody.OpeningKey;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.envelope.EnvelopeOpener;
import egov.kiosk.crypto.message.EnvelopedMessage;
import egov.kiosk.crypto.message.SignedMessage;
import egov.kiosk.crypto.sm.HedgedRandom;
import egov.kiosk.crypto.sm.Sm2Encryption;
import egov.kiosk.custody.token.TokenCustody;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What every custody in a device promises; each kind runs it against its own test library. */
abstract class DeviceContract extends HandshakeContract {
  @Test
  void sign_rightPin_verifiesWithTheCertificateAndWithOpenssl() throws Exception {
    SigningKey key = custody().signing();
    assertEquals(device.signing.certificate(), key.certificate());
    byte[] signature = key.sign(MESSAGE);
    assertTrue(device.signing.key().publicKey().verifies(MESSAGE, signature));
    Files.write(folder.resolve("message"), MESSAGE);
    Files.write(folder.resolve("signature"), signature);
    Tool.run(
        folder,
        List.of("openssl", "x509", "-in", "sign.pem", "-pubkey", "-noout", "-out", "public.pem"));
    Tool.run(
        folder,
        List.of(
            "openssl",
            "pkeyutl",
            "-verify",
            "-pubin",
            "-inkey",
            "public.pem",
            "-rawin",
            "-digest",
            "sm3",
            "-in",
            "message",
            "-sigfile",
            "signature",
            "-pkeyopt",
            "distid:1234567812345678"));
  }

  @Test
  void sign_otherUserId_verifiesUnderThatOnly() throws Exception {
    byte[] userId = "TLSv1.3+GM+Cipher+Suite".getBytes(StandardCharsets.US_ASCII);
    byte[] signature = custody().signing().sign(MESSAGE, userId);
    assertTrue(device.signing.key().publicKey().verifies(MESSAGE, signature, userId));
    assertFalse(device.signing.key().publicKey().verifies(MESSAGE, signature));
  }

  @Test
  void open_contentKey_asItWas() throws Exception {
    OpeningKey key = custody().opening();
    assertEquals(device.encryption.certificate(), key.certificate());
    byte[] contentKey = new byte[16];
    new SecureRandom().nextBytes(contentKey);
    byte[] sealed =
        Sm2Encryption.encrypt(key.certificate().publicKey(), contentKey, new SecureRandom());
    assertArrayEquals(contentKey, key.open(sealed));
    sealed[sealed.length - 1] ^= 1;
    refused(MESSAGE_REFUSED, () -> key.open(sealed));
    refused(MESSAGE_REFUSED, () -> key.open(new byte[] {0x30, 0}));
  }

  @Test
  void envelope_signedAndOpenedByTheDevice_isTheMessage() throws Exception {
    TokenCustody custody = custody();
    OpeningKey opening = custody.opening();
    HedgedRandom random = new HedgedRandom(new SecureRandom());
    random.begin(new byte[] {1}, MESSAGE);
    byte[] envelope =
        EnvelopedMessage.seal(
            opening.certificate(),
            SignedMessage.sign(custody.signing(), MESSAGE).signedData(),
            random);
    EnvelopeOpener opener =
        new EnvelopeOpener(opening, device.trust, InstantSource.fixed(TestDevice.NOW));
    assertArrayEquals(MESSAGE, opener.open(envelope).content());
    assertEquals(device.signing.certificate(), opener.open(envelope).signer());
    device.fault("pulled");
    refused(DEVICE_ABSENT, () -> opener.open(envelope));
  }

  @Test
  void sign_byManyThreads_allVerifyOverOneLogin() throws Exception {
    SigningKey key = custody().signing();
    ExecutorService callers = Executors.newFixedThreadPool(4);
    try {
      List<Future<byte[]>> signatures = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        byte[] message = {(byte) i};
        signatures.add(callers.submit(() -> key.sign(message)));
      }
      for (int i = 0; i < 20; i++) {
        byte[] message = {(byte) i};
        assertTrue(key.certificate().publicKey().verifies(message, signatures.get(i).get()));
      }
    } finally {
      callers.shutdownNow();
    }
    assertEquals(1, device.presented());
  }

  @Test
  void pulled_whileInUse_isSaidAndFoundAgainWhenBack() throws Exception {
    TokenCustody custody = custody();
    SigningKey key = custody.signing();
    key.sign(MESSAGE);
    device.fault("pulled");
    refused(DEVICE_ABSENT, () -> key.sign(MESSAGE));
    assertEquals(CustodyState.ABSENT, custody.report(TIMEOUT).state());
    device.mend();
    assertTrue(key.certificate().publicKey().verifies(MESSAGE, key.sign(MESSAGE)));
    assertEquals(CustodyState.READY, custody.report(TIMEOUT).state());
    assertEquals(2, device.presented());
  }

  @Test
  void pulled_atStart_isFoundWhenPluggedIn() throws Exception {
    device.fault("pulled");
    TokenCustody custody = custody();
    refused(DEVICE_ABSENT, custody::signing);
    device.mend();
    custody.signing().sign(MESSAGE);
  }

  @Test
  void otherDeviceInItsPlace_isShownNoPin() throws Exception {
    SigningKey key = custody().signing();
    device.fault("pulled");
    refused(DEVICE_ABSENT, () -> key.sign(MESSAGE));
    Path elsewhere = Files.createDirectory(folder.resolve("other"));
    TestDevice other = new TestDevice(elsewhere, kind().word());
    device.hold(other.signing, other.encryption);
    device.mend();
    refused(KEY_NOT_OF_CERTIFICATE, () -> key.sign(MESSAGE));
    assertEquals(1, device.presented());
  }

  @Test
  void slow_deviceInUse_answersWithinTheLimitAndRecovers() throws Exception {
    SigningKey ready = custody().signing();
    ready.sign(MESSAGE);
    TokenCustody custody = custody(Duration.ofMillis(400));
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> signs(custody));
    SigningKey key = custody.signing();
    device.fault("slow 4000");
    long before = System.nanoTime();
    refused(DEVICE_SLOW, () -> key.sign(MESSAGE));
    refused(DEVICE_SLOW, () -> key.sign(MESSAGE));
    assertEquals(CustodyState.SLOW, custody.report(TIMEOUT).state());
    assertTrue(System.nanoTime() - before < Duration.ofMillis(3500).toNanos());
    device.mend();
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> signs(custody));
  }

  private static boolean signs(TokenCustody custody) {
    try {
      return custody.signing().sign(MESSAGE).length > 0;
    } catch (CryptoException e) {
      return false;
    }
  }

  @Test
  void garbage_fromTheDevice_isNotHandedOut() throws Exception {
    TokenCustody custody = custody();
    SigningKey key = custody.signing();
    OpeningKey opening = custody.opening();
    byte[] sealed =
        Sm2Encryption.encrypt(
            opening.certificate().publicKey(), new byte[] {1}, new SecureRandom());
    device.fault("garbage");
    refused(DEVICE_FAULT, () -> key.sign(MESSAGE));
    refused(DEVICE_FAULT, () -> opening.open(sealed));
  }

  @Test
  void errorOfTheVendor_isNamedByItsNumber() throws Exception {
    TokenCustody custody = custody();
    SigningKey key = custody.signing();
    device.fault("error 0A00ABCD");
    CryptoException refused = refused(DEVICE_FAULT, () -> key.sign(MESSAGE));
    assertTrue(refused.getMessage().matches("(?s).*0x0?A00ABCD.*"), refused.getMessage());
    assertEquals(CustodyState.FAULT, custody.report(TIMEOUT).state());
  }

  @Test
  void close_twice_thenRefusesInsteadOfHanging() throws Exception {
    TokenCustody custody = custody();
    SigningKey key = custody.signing();
    custody.close();
    custody.close();
    refused(DEVICE_ABSENT, () -> key.sign(MESSAGE));
  }
}
