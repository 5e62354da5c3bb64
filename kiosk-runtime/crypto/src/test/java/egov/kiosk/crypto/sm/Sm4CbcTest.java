package egov.kiosk.crypto.sm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.Refusal;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class Sm4CbcTest {
  private static final byte[] KEY = Standard.hex("0123456789abcdeffedcba9876543210");
  private static final byte[] ZERO = new byte[16];

  /** With a zero vector the first block of CBC is the bare block cipher. */
  private static byte[] block(byte[] plaintext) {
    return Arrays.copyOf(Sm4Cbc.encrypt(KEY, ZERO, plaintext), 16);
  }

  @Test
  void encrypt_example1OfGbt32907_asPublished() {
    assertArrayEquals(Standard.hex("681edf34d206965e86b3e94f536e4246"), block(KEY));
  }

  @Test
  void encrypt_millionRoundsOfGbt32907_asPublished() {
    byte[] text = KEY;
    for (int round = 0; round < 1_000_000; round++) {
      text = block(text);
    }
    assertArrayEquals(Standard.hex("595298c7c6fd271f0402f804c33d3f66"), text);
  }

  /** Annex A.2.2 of draft-ribose-cfrg-sm4; the padding adds a block of its own. */
  @Test
  void encrypt_twoBlocksInCbcOfTheSm4Draft_asPublished() throws Exception {
    byte[] iv = Standard.hex("000102030405060708090a0b0c0d0e0f");
    byte[] text = Standard.hex("aaaaaaaabbbbbbbbccccccccddddddddeeeeeeeeffffffffaaaaaaaabbbbbbbb");
    byte[] other = Standard.hex("fedcba98765432100123456789abcdef");
    assertArrayEquals(
        Standard.hex("78ebb11cc40b0a48312aaeb2040244cb4cb7016951909226979b0d15dc6a8f6d"),
        Arrays.copyOf(Sm4Cbc.encrypt(KEY, iv, text), 32));
    assertArrayEquals(
        Standard.hex("0d3a6ddc2d21c698857215587b7bb59a91f2c147911a4144665e1fa1d40bae38"),
        Arrays.copyOf(Sm4Cbc.encrypt(other, iv, text), 32));
    assertArrayEquals(text, Sm4Cbc.decrypt(KEY, iv, Sm4Cbc.encrypt(KEY, iv, text)));
  }

  @Property(tries = 300)
  void decrypt_anythingEncrypted_comesBack(
      @ForAll @Size(16) byte[] key, @ForAll @Size(16) byte[] iv, @ForAll byte[] text)
      throws CryptoException {
    byte[] sealed = Sm4Cbc.encrypt(key, iv, text);
    assertEquals((text.length / 16 + 1) * 16, sealed.length);
    assertArrayEquals(text, Sm4Cbc.decrypt(key, iv, sealed));
  }

  @Test
  void decrypt_wrongLengthsOrPadding_refused() {
    byte[] sealed = Sm4Cbc.encrypt(KEY, ZERO, new byte[20]);
    Refusal.ofMessage(() -> Sm4Cbc.decrypt(KEY, ZERO, new byte[0]));
    Refusal.ofMessage(() -> Sm4Cbc.decrypt(KEY, ZERO, Arrays.copyOf(sealed, 31)));
    Refusal.ofMessage(() -> Sm4Cbc.decrypt(KEY, ZERO, Arrays.copyOf(sealed, 16)));
    Refusal.ofMessage(() -> Sm4Cbc.decrypt(new byte[15], ZERO, sealed));
    Refusal.ofMessage(() -> Sm4Cbc.decrypt(KEY, new byte[8], sealed));
    byte[] bent = sealed.clone();
    bent[15] ^= 0x40;
    Refusal.ofMessage(() -> Sm4Cbc.decrypt(KEY, ZERO, bent));
  }
}
