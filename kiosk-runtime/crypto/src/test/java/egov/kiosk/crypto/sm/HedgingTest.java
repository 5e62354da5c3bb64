package egov.kiosk.crypto.sm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.junit.jupiter.api.Test;

/** Attack C04 of the threat catalogue, and its neighbours. */
class HedgingTest {
  private static final SecureRandom BROKEN = new FixedRandom(new byte[32]);

  private static BigInteger r(byte[] signature) {
    return ASN1Integer.getInstance(ASN1Sequence.getInstance(signature).getObjectAt(0)).getValue();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void c04_sign_twoMessagesWithConstantRandomness_differentR() throws Exception {
    Sm2Signing signing = new Sm2Signing(Standard.key(), BROKEN);
    Set<BigInteger> seen = new HashSet<>();
    for (int message = 0; message < 200; message++) {
      assertTrue(seen.add(r(signing.sign(text("message " + message)))));
    }
  }

  @Test
  void sign_twoKeysWithConstantRandomness_differentK() throws Exception {
    // r = e + x(kG) mod n with the same e would tell: signatures of one message by two keys.
    byte[] other = Standard.D.clone();
    other[31] ^= 1;
    byte[] message = text("same");
    byte[] one = draw(Standard.D, message);
    assertTrue(!Arrays.equals(one, draw(other, message)));
    assertArrayEquals(one, draw(Standard.D, message));
  }

  @Test
  void sign_sameMessageWithSoundRandomness_differentR() throws Exception {
    Sm2Signing signing = new Sm2Signing(Standard.key(), new SecureRandom());
    assertTrue(!r(signing.sign(text("same"))).equals(r(signing.sign(text("same")))));
  }

  @Test
  void sign_eightThreadsAtOnce_everySignatureHoldsAndNoRTwice() throws Exception {
    Sm2PrivateKey key = Standard.key();
    Sm2Signing signing = new Sm2Signing(key, BROKEN);
    Set<BigInteger> seen = ConcurrentHashMap.newKeySet();
    Set<String> failures = ConcurrentHashMap.newKeySet();
    Thread[] threads = new Thread[8];
    for (int index = 0; index < threads.length; index++) {
      int name = index;
      threads[index] =
          new Thread(
              () -> {
                for (int message = 0; message < 100; message++) {
                  byte[] text = text(name + "/" + message);
                  byte[] signature = signing.sign(text);
                  if (!seen.add(r(signature)) || !key.publicKey().verifies(text, signature)) {
                    failures.add(name + "/" + message);
                  }
                }
              },
              "sign-" + index);
      threads[index].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(Set.of(), failures);
    assertEquals(800, seen.size());
  }

  @Test
  void nextBytes_beforeBeginOrAfterEnd_refused() {
    HedgedRandom random = new HedgedRandom(BROKEN);
    assertThrows(IllegalStateException.class, () -> random.nextBytes(new byte[1]));
    random.begin(Standard.D, text("m"));
    random.nextBytes(new byte[1]);
    random.end();
    assertThrows(IllegalStateException.class, () -> random.nextBytes(new byte[1]));
  }

  @Test
  void nextBytes_longDraw_noBlockTwice() {
    HedgedRandom random = new HedgedRandom(BROKEN);
    random.begin(Standard.D, text("m"));
    byte[] drawn = new byte[3200];
    random.nextBytes(drawn);
    Set<String> blocks = new HashSet<>();
    for (int at = 0; at < drawn.length; at += 32) {
      assertTrue(blocks.add(Arrays.toString(Arrays.copyOfRange(drawn, at, at + 32))));
    }
  }

  private static byte[] draw(byte[] secret, byte[] message) {
    HedgedRandom random = new HedgedRandom(BROKEN);
    random.begin(secret, message);
    byte[] drawn = new byte[32];
    random.nextBytes(drawn);
    return drawn;
  }
}
