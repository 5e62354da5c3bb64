package egov.kiosk.crypto.envelope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.sm.HedgedRandom;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.domain.transaction.TransactionId;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Attacks C05 and C06: copies of a kiosk, clocks set back, generators that repeat themselves. */
class RepetitionTest {
  private static final int STREAMS = 100_000;

  private final Lab lab;

  RepetitionTest() throws CryptoException {
    lab = new Lab();
  }

  /** What a restored snapshot has: the same bytes again. */
  private static final class Repeating extends SecureRandom {
    private static final long serialVersionUID = 1L;

    @Override
    public void nextBytes(byte[] bytes) {
      java.util.Arrays.fill(bytes, (byte) 7);
    }
  }

  private Gbt35275EnvelopeSealer sealer(SecureRandom random, Instant now) throws CryptoException {
    return new Gbt35275EnvelopeSealer(
        SoftwareSigningKey.of(lab.kiosk, random),
        lab.platformEncrypt.certificate(),
        new TestCodec(),
        () -> now,
        random);
  }

  /** The encrypted content key and the initial vector stand before the ciphertext. */
  private static ByteBuffer keyPart(byte[] envelope) {
    return ByteBuffer.wrap(envelope, envelope.length / 8, envelope.length / 2);
  }

  @Test
  void c05_twoCopiesOfAKioskWithTheSameRandomness_noKeyAndVectorTwice() throws Exception {
    Gbt35275EnvelopeSealer one = sealer(new Repeating(), Lab.NOW);
    Gbt35275EnvelopeSealer copy = sealer(new Repeating(), Lab.NOW);
    Set<ByteBuffer> seen = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      assertTrue(seen.add(keyPart(one.seal(Sample.transaction(Lab.KIOSK, "a" + i)).bytes())));
      assertTrue(seen.add(keyPart(copy.seal(Sample.transaction(Lab.KIOSK, "b" + i)).bytes())));
    }
  }

  /** What keys, vectors and k are drawn from, a hundred thousand times in each of two copies. */
  @Test
  void c05_hundredThousandMessagesInEachCopy_noStreamTwice() {
    HedgedRandom one = new HedgedRandom(new Repeating());
    HedgedRandom copy = new HedgedRandom(new Repeating());
    Set<ByteBuffer> seen = new HashSet<>();
    for (int i = 0; i < STREAMS; i++) {
      assertTrue(seen.add(drawn(one, 2 * i)));
      assertTrue(seen.add(drawn(copy, 2 * i + 1)));
    }
  }

  private static ByteBuffer drawn(HedgedRandom random, int message) {
    byte[] bytes = new byte[16];
    random.begin(new byte[32], ByteBuffer.allocate(4).putInt(message).array());
    random.nextBytes(bytes);
    return ByteBuffer.wrap(bytes);
  }

  @Test
  void c06_clockSetBackAYear_sameTransactionsStillSealDifferently() throws Exception {
    Transaction transaction = Sample.transaction(Lab.KIOSK, "same");
    SecureRandom sound = new SecureRandom();
    Instant before = Lab.NOW.minus(Duration.ofDays(100));
    byte[] now = sealer(sound, Lab.NOW).seal(transaction).bytes();
    byte[] back = sealer(sound, before).seal(transaction).bytes();
    assertTrue(!keyPart(now).equals(keyPart(back)));
  }

  @Test
  void chunk_sameNumberWithOtherContentUnderOneKey_refused() {
    Sm4ChunkCipher cipher = new Sm4ChunkCipher(new SecureRandom());
    String key = cipher.newKey();
    TransactionId id = TransactionId.create(Lab.NOW);
    byte[] first = cipher.seal(key, id, 0, new byte[] {1});
    assertArrayEquals(first, cipher.seal(key, id, 0, new byte[] {1}));
    assertThrows(IllegalStateException.class, () -> cipher.seal(key, id, 0, new byte[] {2}));
    TransactionId other = TransactionId.create(Lab.NOW);
    assertThrows(IllegalStateException.class, () -> cipher.seal(key, other, 0, new byte[] {1}));
    cipher.seal(key, id, 1, new byte[] {2});
    cipher.seal(cipher.newKey(), id, 0, new byte[] {2});
  }

  @Test
  void c05_chunkKeysWithABrokenGenerator_neverTwice() {
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < 5000; i++) {
      assertTrue(keys.add(new Sm4ChunkCipher(new Repeating()).newKey()));
    }
  }
}
