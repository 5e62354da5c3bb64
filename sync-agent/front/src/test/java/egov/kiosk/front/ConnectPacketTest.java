package egov.kiosk.front;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectPacketTest {
  @ParameterizedTest
  @ValueSource(ints = {4, 5})
  void clientId_isReadAndEveryByteKept(int level) throws IOException {
    byte[] packet = packet(level, "zj-hz-000001", new byte[level == 5 ? 300 : 0]);
    ByteArrayInputStream stream = new ByteArrayInputStream(packet);
    ConnectPacket read = ConnectPacket.read(stream);
    assertEquals("zj-hz-000001", read.clientId());
    byte[] rest = stream.readAllBytes();
    assertArrayEquals(Arrays.copyOf(packet, packet.length - rest.length), read.bytes());
    assertEquals("rest", new String(rest, StandardCharsets.US_ASCII));
  }

  @Test
  void packetThatEndsInsideTheId_isRefused() throws IOException {
    byte[] packet = packet(4, "zj-hz-000001", new byte[0]);
    packet[1] = 14;
    assertThrows(IOException.class, () -> ConnectPacket.read(new ByteArrayInputStream(packet)));
  }

  @Test
  void otherPacketsAndProtocols_areRefused() throws IOException {
    for (int at : new int[] {0, 4, 8}) {
      byte[] packet = packet(5, "k", new byte[0]);
      packet[at] ^= 0x30;
      assertThrows(IOException.class, () -> ConnectPacket.read(new ByteArrayInputStream(packet)));
    }
  }

  @Property
  void anyBytes_areAnIdOrRefused(@ForAll byte[] bytes) {
    refusedOrRead(bytes);
  }

  @Property
  void anyChange_isAnIdOrRefused(
      @ForAll @IntRange(max = 39) int at, @ForAll byte value, @ForAll @IntRange(max = 40) int cut)
      throws IOException {
    byte[] packet = packet(5, "zj-hz-000001", new byte[9]);
    packet[Math.min(at, packet.length - 1)] = value;
    refusedOrRead(Arrays.copyOf(packet, Math.min(cut, packet.length)));
  }

  private static void refusedOrRead(byte[] bytes) {
    try {
      assertTrue(
          ConnectPacket.read(new ByteArrayInputStream(bytes)).bytes().length <= bytes.length);
    } catch (IOException e) {
      // Refused, which is fine.
    }
  }

  private static byte[] packet(int level, String id, byte[] properties) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(new byte[] {0, 4, 'M', 'Q', 'T', 'T', (byte) level, 2, 0, 60});
    if (level == 5) {
      variable(body, properties.length);
      body.write(properties);
    }
    body.write(new byte[] {0, (byte) id.length()});
    body.write(id.getBytes(StandardCharsets.US_ASCII));
    body.write("rest".getBytes(StandardCharsets.US_ASCII));
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.write(0x10);
    variable(packet, body.size());
    packet.write(body.toByteArray());
    return packet.toByteArray();
  }

  private static void variable(ByteArrayOutputStream out, int value) {
    int rest = value;
    do {
      int digit = rest & 0x7F;
      rest >>>= 7;
      out.write(rest > 0 ? digit | 0x80 : digit);
    } while (rest > 0);
  }
}
