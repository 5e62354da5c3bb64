package egov.kiosk.enrolment.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.certificate.Pkcs10;
import egov.kiosk.crypto.sm.Sm2PrivateKey;
import egov.kiosk.crypto.sm.Sm2Signing;
import egov.kiosk.domain.enrolment.EnrolmentCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private final CodeKeys keys = CodeKeys.of(EnrolmentCode.draw(RANDOM));

  private byte[] request() throws Exception {
    Sm2PrivateKey signing = Sm2PrivateKey.generate(RANDOM);
    return new EnrolmentRequest(
            keys.id(),
            "zj-hz-000001",
            false,
            "SAM-1",
            Pkcs10.make("zj-hz-000001", signing.publicKey(), new Sm2Signing(signing, RANDOM)::sign),
            Optional.of(Sm2PrivateKey.generate(RANDOM).publicKey()))
        .encode(keys, RANDOM);
  }

  @Test
  void request_thereAndBack_isTheSameAndHasItsMaker() throws Exception {
    byte[] bytes = request();
    EnrolmentRequest.Received read = EnrolmentRequest.parse(bytes).orElseThrow();
    assertEquals("zj-hz-000001", read.request().kioskId());
    assertTrue(read.madeWith(keys));
    assertFalse(read.madeWith(CodeKeys.of(EnrolmentCode.draw(RANDOM))));
    assertTrue(read.madeWith(CodeKeys.ofKept(keys.kept())));
  }

  @Test
  void request_changedAnywhere_isUnreadOrNotBelieved() throws Exception {
    byte[] good = request();
    Random random = new Random(14);
    for (int i = 0; i < 2000; i++) {
      byte[] bad = good.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      if (!Arrays.equals(bad, good)) {
        assertTrue(EnrolmentRequest.parse(bad).map(read -> !read.madeWith(keys)).orElse(true));
        assertTrue(EnrolmentAnswer.parse(bad, keys).isEmpty());
        assertTrue(Turns.challenged(keys, good, bad).isEmpty());
      }
    }
    for (int length = 0; length < good.length; length += 11) {
      assertTrue(EnrolmentRequest.parse(Arrays.copyOf(good, length)).isEmpty());
    }
  }

  @Test
  void turns_ofOneRequest_proveNothingAboutAnother() throws Exception {
    byte[] one = request();
    byte[] other = request();
    byte[] challenge = Turns.challenge(keys, one, new byte[] {1});
    assertArrayEquals(new byte[] {1}, Turns.challenged(keys, one, challenge).orElseThrow());
    assertTrue(Turns.challenged(keys, other, challenge).isEmpty());
    byte[] proof = Turns.proof(keys, one, new byte[] {2});
    assertTrue(Turns.proven(keys, one, new byte[] {2}, proof));
    assertFalse(Turns.proven(keys, one, new byte[] {3}, proof));
    assertFalse(Turns.proven(keys, other, new byte[] {2}, proof));
  }

  @Test
  void sheet_writtenInAnotherWay_isNone() {
    Sheet sheet = Sheet.of("k").with("a", "1").with("b", new byte[] {1, 2});
    byte[] good = sheet.encoded();
    assertTrue(Sheet.parse(good, "k", List.of("a", "b")).isPresent());
    for (String text :
        List.of("kind=k\na=1\n", "kind=k\nb=AQI=\na=1\n", "kind=k\na=1\nb=AQI=", "kind=j\na=1\n")) {
      assertTrue(
          Sheet.parse(
                  text.getBytes(java.nio.charset.StandardCharsets.US_ASCII), "k", List.of("a", "b"))
              .isEmpty(),
          text);
    }
    Sheet odd =
        Sheet.parse(
                "kind=k\na=1\nb=AQJ=\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                "k",
                List.of("a", "b"))
            .orElseThrow();
    assertThrows(IllegalArgumentException.class, () -> odd.bytes("b"));
  }

  @Test
  void frame_tooLongOrCut_isNotRead() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Frames.write(out, new byte[] {1, 2, 3});
    assertArrayEquals(
        new byte[] {1, 2, 3}, Frames.read(new ByteArrayInputStream(out.toByteArray())));
    for (byte[] bad :
        List.of(
            new byte[] {0, 0, 0, 9, 1},
            new byte[] {0x7f, 0, 0, 0},
            new byte[] {-1, -1, -1, -1},
            new byte[] {0, 0})) {
      assertThrows(IOException.class, () -> Frames.read(new ByteArrayInputStream(bad)));
    }
  }
}
