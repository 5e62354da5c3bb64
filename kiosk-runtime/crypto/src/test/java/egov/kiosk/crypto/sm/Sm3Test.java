package egov.kiosk.crypto.sm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class Sm3Test {
  @Test
  void digest_example1OfGbt32905_asPublished() {
    assertArrayEquals(
        Standard.hex("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
        Sm3.digest("abc".getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void digest_example2OfGbt32905_asPublished() {
    assertArrayEquals(
        Standard.hex("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"),
        Sm3.digest("abcd".repeat(16).getBytes(StandardCharsets.US_ASCII)));
  }

  @Property(tries = 200)
  void digest_anySplit_sameAsWhole(@ForAll byte[] left, @ForAll byte[] right) {
    byte[] whole = new byte[left.length + right.length];
    System.arraycopy(left, 0, whole, 0, left.length);
    System.arraycopy(right, 0, whole, left.length, right.length);
    assertArrayEquals(Sm3.digest(whole), Sm3.digest(left, right));
    assertArrayEquals(Sm3.hmac(right, whole), Sm3.hmac(right, left, right));
  }

  @Test
  void hmac_examplesOfGmt0042AnnexD_asPublished() {
    byte[] counting = new byte[37];
    for (int at = 0; at < counting.length; at++) {
      counting[at] = (byte) (at + 1);
    }
    byte[] cd = new byte[50];
    Arrays.fill(cd, (byte) 0xcd);
    byte[] eleven = new byte[32];
    Arrays.fill(eleven, (byte) 0x0b);
    mac(
        "ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a",
        Arrays.copyOf(counting, 32),
        ascii("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".repeat(2)));
    mac("220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae", counting, cd);
    mac(
        "c0ba18c68b90c88bc07de794bfc7d2c8d19ec31ed8773bc2b390c9604e0be11e",
        eleven,
        ascii("Hi There"));
    mac(
        "2e87f1d16862e6d964b50a5200bf2b10b764faa9680a296a2405f24bec39f882",
        ascii("Jefe"),
        ascii("what do ya want for nothing?"));
  }

  private static void mac(String expected, byte[] key, byte[] text) {
    assertArrayEquals(Standard.hex(expected), Sm3.hmac(key, text));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void hmac_ofKeyAndText_isTheNestedHashOfRfc2104() {
    byte[] key = Standard.hex("0102030405060708");
    byte[] inner = new byte[64];
    byte[] outer = new byte[64];
    for (int at = 0; at < 64; at++) {
      byte unit = at < key.length ? key[at] : 0;
      inner[at] = (byte) (unit ^ 0x36);
      outer[at] = (byte) (unit ^ 0x5c);
    }
    byte[] text = "kiosk".getBytes(StandardCharsets.US_ASCII);
    assertArrayEquals(Sm3.digest(outer, Sm3.digest(inner, text)), Sm3.hmac(key, text));
  }
}
