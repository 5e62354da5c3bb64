package egov.kiosk.crypto.hostile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.Lab;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.envelope.ReceiptRefusedException.Reason;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/**
 * Attacks C07 and C09 of the threat catalogue on every parser: malformed ASN.1 of every kind is
 * refused with a typed reason, the same one wherever a stranger can send it.
 */
class MalformedTest {
  private static final String ONE_TEXT = CryptoException.messageRefused().getMessage();
  private static final Set<CryptoFault> OF_FILES =
      Set.of(
          CryptoFault.CERTIFICATE_MALFORMED,
          CryptoFault.KEY_INVALID,
          CryptoFault.REVOCATION_LIST_MALFORMED);
  private static final int HUGE = 16 * 1024 * 1024;

  private final Map<String, Entrance> entrances;

  MalformedTest() throws Exception {
    entrances = Entrance.all(new Lab());
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(entrances.keySet());
  }

  @Test
  void read_goodBytes_taken() throws Exception {
    for (Entrance entrance : entrances.values()) {
      assertArrayEquals(entrance.good(), entrance.parser().read(entrance.good()));
    }
  }

  @Property(tries = 6000)
  void c07_read_spoiltAtOnePlace_refusedAlike(
      @ForAll("names") String name, @ForAll Mangling mangling, @ForAll long seed) {
    Entrance entrance = entrances.get(name);
    byte[] spoilt = mangling.of(entrance.good(), new Random(seed));
    if (!Arrays.equals(spoilt, entrance.good())) {
      refusedOrUnderstood(name, entrance, spoilt);
    }
  }

  @Property(tries = 1500)
  void read_anyBytes_refusedAlike(@ForAll("names") String name, @ForAll byte[] bytes) {
    refusedOrUnderstood(name, entrances.get(name), bytes);
  }

  /** A certificate or list may be taken when it was understood to the last byte. */
  private static void refusedOrUnderstood(String name, Entrance entrance, byte[] bytes) {
    byte[] understood;
    try {
      understood = entrance.parser().read(bytes);
    } catch (CryptoException e) {
      assertNull(e.getCause(), name);
      if (entrance.anonymous()) {
        assertEquals(ONE_TEXT, e.getMessage(), name);
      } else if (!OF_FILES.contains(e.fault())) {
        fail(name + " " + e.fault());
      }
      return;
    } catch (ReceiptRefusedException e) {
      assertEquals(Reason.BAD_SIGNATURE, e.reason(), name);
      assertEquals(ONE_TEXT, e.getMessage(), name);
      return;
    } catch (Exception e) {
      fail(name + " threw " + e.getClass());
      return;
    }
    assertArrayEquals(bytes, understood, name);
  }

  @Test
  void c07_read_enormousOrDeeplyNested_refusedQuicklyEverywhere() {
    byte[] deep = new byte[HUGE];
    Arrays.fill(deep, (byte) 0x30);
    byte[] indefinite = new byte[HUGE];
    byte[] promising = new byte[HUGE];
    byte[] nested = nested(3000);
    for (int at = 0; at + 1 < HUGE; at += 2) {
      indefinite[at] = 0x30;
      indefinite[at + 1] = (byte) 0x80;
    }
    System.arraycopy(
        new byte[] {0x30, (byte) 0x84, 0, (byte) 0xff, (byte) 0xff, (byte) 0xfa},
        0,
        promising,
        0,
        6);
    entrances.forEach(
        (name, entrance) -> {
          for (byte[] hostile : new byte[][] {deep, indefinite, promising, nested}) {
            assertTimeoutPreemptively(
                Duration.ofSeconds(3),
                () -> assertThrows(Exception.class, () -> entrance.parser().read(hostile)),
                name);
          }
        });
  }

  /** Small enough for every limit of size, deep enough for a recursive parser's stack. */
  private static byte[] nested(int depth) {
    byte[] value = {5, 0};
    for (int i = 0; i < depth && value.length < 8000; i++) {
      value = Value.encode(0x30, value);
    }
    return value;
  }
}
