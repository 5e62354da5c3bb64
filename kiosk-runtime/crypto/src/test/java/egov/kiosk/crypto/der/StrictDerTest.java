package egov.kiosk.crypto.der;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.Lab;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bouncycastle.asn1.ASN1Primitive;
import org.junit.jupiter.api.Test;

/** The gate before the parsers. */
class StrictDerTest {
  private static boolean passes(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    return StrictDer.isOneValue(bytes, 1 << 20);
  }

  @Test
  void isOneValue_goodStructures_pass() throws CryptoException {
    assertTrue(passes("0500"));
    assertTrue(passes("3000"));
    assertTrue(passes("30 06 020101 020101"));
    assertTrue(passes("30 08 3006 0201ff 0201 7f"));
    assertTrue(passes("a0 03 020100"));
    byte[] certificate = new Lab().kiosk.certificate().encoded();
    assertTrue(StrictDer.isOneValue(certificate, certificate.length));
    assertFalse(StrictDer.isOneValue(certificate, certificate.length - 1));
  }

  @Test
  void isOneValue_otherThanDer_refused() {
    for (String bad :
        List.of(
            "",
            "30",
            "0000",
            "0500 00",
            "0500 0500",
            "3001",
            "3002 05",
            "3080 0000",
            "30 8100",
            "30 8102 0500",
            "30 820002 0500",
            "30 80",
            "30 ff",
            "30 8500000000 00",
            "30 84 7fffffff",
            "30 84 ffffffff",
            "0200",
            "0202 0001",
            "0202 ff80",
            "1f0100",
            "3f0100",
            "30 03 0203 01",
            "30 02 0201 01")) {
      assertFalse(passes(bad), bad);
    }
  }

  @Test
  void isOneValue_deepNesting_refusedAtOnceWhateverItsSize() {
    byte[] deep = new byte[16 * 1024 * 1024];
    Arrays.fill(deep, (byte) 0x30);
    byte[] indefinite = new byte[deep.length];
    for (int at = 0; at < deep.length; at += 2) {
      deep[at + 1] = (byte) 0x7e;
      indefinite[at] = 0x30;
      indefinite[at + 1] = (byte) 0x80;
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> {
          assertFalse(StrictDer.isOneValue(deep, deep.length));
          assertFalse(StrictDer.isOneValue(deep, 1024));
          assertFalse(StrictDer.isOneValue(indefinite, indefinite.length));
        });
  }

  @Test
  void isOneValue_millionsOfEmptyValues_oneQuickPass() {
    byte[] wide = new byte[16 * 1024 * 1024];
    byte[] header = {0x30, (byte) 0x83, (byte) 0xff, (byte) 0xff, (byte) 0xfb};
    byte[] input = Arrays.copyOf(wide, header.length + 0xfffffb);
    System.arraycopy(header, 0, input, 0, header.length);
    for (int at = header.length; at + 1 < input.length; at += 2) {
      input[at] = 5;
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertFalse(StrictDer.isOneValue(input, input.length)));
  }

  /** What passes is what Bouncy Castle reads and writes again the same, integers apart. */
  @Property(tries = 3000)
  void isOneValue_anyBytes_neverThrowsAndNeverPassesWhatIsTrailing(@ForAll byte[] bytes) {
    if (StrictDer.isOneValue(bytes, 1 << 20)) {
      assertFalse(StrictDer.isOneValue(Arrays.copyOf(bytes, bytes.length + 1), 1 << 20));
      assertFalse(StrictDer.isOneValue(Arrays.copyOf(bytes, bytes.length - 1), 1 << 20));
    }
  }

  @Test
  void isOneValue_everyDepth_upToTheLimit() throws Exception {
    byte[] value = {5, 0};
    int depth = 0;
    while (StrictDer.isOneValue(value, 1 << 20)) {
      byte[] outer = new byte[value.length + 2];
      outer[0] = 0x30;
      outer[1] = (byte) value.length;
      System.arraycopy(value, 0, outer, 2, value.length);
      value = outer;
      ASN1Primitive.fromByteArray(value);
      depth++;
    }
    assertEquals(25, depth);
  }
}
