package egov.kiosk.documents.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import egov.kiosk.documents.Lab;
import egov.kiosk.documents.Parts;
import egov.kiosk.documents.ofd.Container;
import egov.kiosk.domain.document.DocumentVerifier;
import egov.kiosk.domain.document.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;

/** No edit of any kind is ever VALID, and every input gets a verdict. */
class AnyEditTest {
  private static byte[] good;
  private static DocumentVerifier verifier;

  @BeforeContainer
  static void open() throws Exception {
    Lab lab = new Lab();
    good = lab.small();
    verifier = lab.verifier();
  }

  @Test
  void oneByteAnywhere_isNeverValid() throws Exception {
    open();
    Random random = new Random(1);
    for (int at = 0; at < good.length; at++) {
      byte[] edited = good.clone();
      edited[at] ^= (byte) (1 + random.nextInt(255));
      Verdict verdict = verifier.verify(edited).verdict();
      assertNotEquals(Verdict.VALID, verdict, "byte " + at);
    }
    assertEquals(Verdict.VALID, verifier.verify(good).verdict());
  }

  /** With the container's checksums put right, so that the edit reaches the reading behind it. */
  @Property(tries = 1500)
  void bytesOfAPart_areNeverValidWhenEdited(
      @ForAll @IntRange(max = 7) int part,
      @ForAll @IntRange(max = 1_000_000) int place,
      @ForAll @IntRange(min = 1, max = 255) int flip,
      @ForAll @IntRange(max = 2) int kind)
      throws Exception {
    SortedMap<String, byte[]> parts = Parts.of(good);
    String name = new ArrayList<>(parts.keySet()).get(part);
    byte[] content = parts.get(name);
    int at = place % content.length;
    byte[] edited =
        switch (kind) {
          case 0 -> content.clone();
          case 1 -> Arrays.copyOf(content, at);
          default -> Arrays.copyOf(content, content.length + 1);
        };
    if (kind == 0) {
      edited[at] ^= (byte) flip;
    }
    parts.put(name, edited);
    assertNotEquals(Verdict.VALID, verifier.verify(Container.pack(parts)).verdict());
    assertNotEquals(Verdict.VALID, verifier.verify(Parts.deflated(parts)).verdict());
  }

  @Property(tries = 300)
  void partsExchanged_areNeverValid(
      @ForAll @IntRange(max = 7) int one, @ForAll @IntRange(max = 7) int other) throws Exception {
    SortedMap<String, byte[]> parts = Parts.of(good);
    List<String> names = new ArrayList<>(parts.keySet());
    byte[] kept = parts.put(names.get(one), parts.get(names.get(other)));
    parts.put(names.get(other), kept);
    Verdict verdict = verifier.verify(Container.pack(parts)).verdict();
    assertEquals(one == other, verdict == Verdict.VALID);
  }

  @Property(tries = 1000)
  void anyBytes_getAVerdict(@ForAll @Size(max = 200) byte[] bytes) {
    assertNotEquals(Verdict.VALID, verifier.verify(bytes).verdict());
  }

  /** A piece cut out, doubled or put elsewhere: headers meet content. */
  @Property(tries = 1000)
  void piecesMoved_getAVerdict(
      @ForAll @IntRange(max = 1_000_000) int from,
      @ForAll @IntRange(min = 1, max = 400) int length,
      @ForAll @IntRange(max = 1_000_000) int to) {
    byte[] edited = good.clone();
    int start = from % (good.length - length);
    int target = to % (good.length - length);
    System.arraycopy(good, start, edited, target, length);
    Verdict verdict = verifier.verify(edited).verdict();
    assertNotNull(verdict);
    assertEquals(Arrays.equals(edited, good), verdict == Verdict.VALID);
  }
}
