package egov.kiosk.custody;

import static egov.kiosk.crypto.CryptoFault.DEVICE_ABSENT;
import static egov.kiosk.crypto.CryptoFault.DEVICE_FAULT;
import static egov.kiosk.crypto.CryptoFault.DEVICE_LOCKED;
import static egov.kiosk.crypto.CryptoFault.DEVICE_SLOW;
import static egov.kiosk.crypto.CryptoFault.PIN_REFUSED;
import static egov.kiosk.crypto.CryptoFault.PIN_WITHHELD;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.KioskKey;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.custody.token.TokenCustody;
import egov.kiosk.tls.LineException;
import egov.kiosk.tls.LineFault;
import egov.kiosk.tls.SecuredSocket;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * TLS_SM4_GCM_SM3 (RFC 8998) with the client's key in the device, and devices that fail between the
 * server's request for a proof and the proof.
 */
abstract class HandshakeContract extends PinContract {
  /** What befalls the device. */
  interface Mishap {
    void happens() throws IOException;
  }

  @Test
  void handshake_withTheKeyInTheDevice_provesTheKiosk() throws Exception {
    TokenCustody custody = custody();
    try (LineEnd end = new LineEnd(folder, device.authority)) {
      for (int i = 0; i < 3; i++) {
        proven(end, custody::signing);
      }
    }
    assertEquals(1, device.presented());
  }

  @Test
  void pulled_inTheMiddleOfAHandshake_isSaidAndTheNextOneWorks() throws Exception {
    TokenCustody custody = custody();
    try (LineEnd end = new LineEnd(folder, device.authority)) {
      fails(end, custody, () -> device.fault("pulled"), Set.of(DEVICE_ABSENT));
      fails(end, custody, () -> {}, Set.of(DEVICE_ABSENT));
      device.mend();
      proven(end, custody::signing);
    }
    assertEquals(2, device.presented());
  }

  @Test
  void slow_inTheMiddleOfAHandshake_isLeftWithinTheLimit() throws Exception {
    custody().signing().sign(MESSAGE);
    TokenCustody custody = custody(Duration.ofMillis(400));
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> ready(custody));
    try (LineEnd end = new LineEnd(folder, device.authority)) {
      long before = System.nanoTime();
      fails(end, custody, () -> device.fault("slow 8000"), Set.of(DEVICE_SLOW));
      assertTrue(System.nanoTime() - before < Duration.ofSeconds(7).toNanos());
      device.mend();
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> ready(custody));
      proven(end, custody::signing);
    }
  }

  @Test
  void garbage_inTheMiddleOfAHandshake_isNotSent() throws Exception {
    TokenCustody custody = custody();
    try (LineEnd end = new LineEnd(folder, device.authority)) {
      fails(end, custody, () -> device.fault("garbage"), Set.of(DEVICE_FAULT));
    }
  }

  @Test
  void locked_inTheMiddleOfAHandshake_isSaidAndNoHandshakeTriesAgain() throws Exception {
    TokenCustody custody = custody();
    try (LineEnd end = new LineEnd(folder, device.authority)) {
      fails(end, custody, () -> replugged(custody, () -> device.tries(0)), refusals());
      int shown = device.presented();
      for (int i = 0; i < 4; i++) {
        fails(end, custody, () -> {}, refusals());
      }
      assertEquals(shown, device.presented());
    }
  }

  @Test
  void pinNoLongerRight_inTheMiddleOfAHandshake_isPresentedOnce() throws Exception {
    TokenCustody custody = custody();
    try (LineEnd end = new LineEnd(folder, device.authority)) {
      Mishap changed =
          () -> replugged(custody, () -> Files.writeString(folder.resolve("pin"), "27182818"));
      fails(end, custody, changed, Set.of(PIN_REFUSED));
      for (int i = 0; i < 4; i++) {
        fails(end, custody, () -> {}, Set.of(PIN_WITHHELD));
      }
      assertEquals(2, device.presented(), "once when it was right, once when it was not");
      configurePin("27182818");
      proven(end, custody::signing);
      assertEquals(3, device.presented());
    }
  }

  /** Not every interface tells that a device is locked: then it looks like a refused PIN. */
  private static Set<CryptoFault> refusals() {
    return Set.of(DEVICE_LOCKED, PIN_REFUSED, PIN_WITHHELD);
  }

  /** Pulled out, noticed, changed, and put in again. */
  private void replugged(TokenCustody custody, Mishap change) throws IOException {
    device.fault("pulled");
    assertThrows(CryptoException.class, () -> custody.signing().sign(MESSAGE));
    change.happens();
    device.mend();
  }

  private static void proven(LineEnd end, KioskKey key) throws Exception {
    try (SecuredSocket socket = end.connect(key)) {
      assertEquals("TLS_SM4_GCM_SM3", socket.facts().suite());
      assertEquals(TestDevice.KIOSK + " TLS_SM4_GCM_SM3", end.outcome());
      socket.getOutputStream().write(MESSAGE);
      assertArrayEquals(MESSAGE, socket.getInputStream().readNBytes(MESSAGE.length));
    }
  }

  private void fails(LineEnd end, TokenCustody custody, Mishap mishap, Set<CryptoFault> faults)
      throws InterruptedException {
    LineException refused =
        assertThrows(
            LineException.class,
            () -> end.connect(() -> new LateKey(custody.signing(), mishap)).close());
    assertEquals(LineFault.OWN_UNFIT, refused.fault(), refused.getMessage());
    assertFalse(refused.getMessage().contains(TestDevice.PIN), refused.getMessage());
    CryptoException device = (CryptoException) refused.getCause();
    assertTrue(faults.contains(device.fault()), device.getMessage());
    assertTrue(refused.getMessage().contains(device.getMessage()), refused.getMessage());
    String seen = end.outcome();
    assertTrue(Set.of("BROKEN", "CLOSED").contains(seen), "the other end saw " + seen);
  }

  private static boolean ready(TokenCustody custody) {
    try {
      return custody.signing().sign(MESSAGE).length > 0;
    } catch (CryptoException e) {
      return false;
    }
  }

  /** The device's key; when the handshake asks it for the proof, something happens first. */
  private record LateKey(SigningKey key, Mishap mishap) implements SigningKey {
    @Override
    public Sm2Certificate certificate() {
      return key.certificate();
    }

    @Override
    public byte[] sign(byte[] message) throws CryptoException {
      return key.sign(message);
    }

    @Override
    public byte[] sign(byte[] message, byte[] userId) throws CryptoException {
      try {
        mishap.happens();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      return key.sign(message, userId);
    }
  }
}
