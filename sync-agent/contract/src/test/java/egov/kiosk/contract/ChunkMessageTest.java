package egov.kiosk.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.envelope.MalformedMessageException;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ChunkMessageTest {
  @Property(tries = 300)
  void read_anyChunk_comesBack(
      @ForAll @IntRange(min = 0, max = 20_479) int index,
      @ForAll @Size(min = 17, max = 200) byte[] sealed)
      throws Exception {
    byte[] bytes = new ChunkMessage(Sample.ID, index, sealed).bytes();
    assertEquals(ChunkMessage.HEAD + sealed.length, bytes.length);
    ChunkMessage read = ChunkMessage.read(bytes);
    assertEquals(Sample.ID, read.attachmentId());
    assertEquals(index, read.index());
    assertArrayEquals(sealed, read.sealed());
    assertArrayEquals(bytes, read.bytes());
  }

  @Property(tries = 1000)
  void read_anyBytes_refusedCleanly(@ForAll byte[] bytes) {
    assertThrows(MalformedMessageException.class, () -> ChunkMessage.read(bytes));
  }

  @Test
  void read_outOfBounds_refused() {
    byte[] good = new ChunkMessage(Sample.ID, 0, new byte[20]).bytes();
    for (int at = 0; at < ChunkMessage.HEAD - 4; at++) {
      byte[] bent = good.clone();
      bent[at] = '!';
      assertThrows(MalformedMessageException.class, () -> ChunkMessage.read(bent));
    }
    byte[] farOut = good.clone();
    farOut[40] = 1;
    assertThrows(MalformedMessageException.class, () -> ChunkMessage.read(farOut));
    byte[] negative = good.clone();
    negative[39] = (byte) 0x80;
    assertThrows(MalformedMessageException.class, () -> ChunkMessage.read(negative));
    byte[] noContent = Arrays.copyOf(good, ChunkMessage.HEAD + 16);
    assertThrows(MalformedMessageException.class, () -> ChunkMessage.read(noContent));
    byte[] large = Arrays.copyOf(good, ChunkMessage.HEAD + 60 * 1024 + 17);
    assertThrows(MalformedMessageException.class, () -> ChunkMessage.read(large));
  }
}
