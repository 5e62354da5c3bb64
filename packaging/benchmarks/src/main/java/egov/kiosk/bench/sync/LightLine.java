package egov.kiosk.bench.sync;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * As much of MQTT 5 as the far side of a benchmark needs, without its price: a client library takes
 * some thirty microseconds for a message of 1 KiB, on the processors the kiosk is measured on, and
 * the platform is another machine. Reads what comes on one subscription and looks for one user
 * property; acknowledges together what was read together.
 */
final class LightLine implements AutoCloseable {
  private static final int CONNACK = 2;
  private static final int PUBLISH = 3;
  private static final int SUBACK = 9;
  private static final int USER_PROPERTY = 0x26;
  private static final int BUFFER = 64 * 1024;

  /** Bytes of acknowledgements that wait at most; the broker has fewer messages on their way. */
  private static final int MOST = 256;

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;
  private final Object gate = new Object();
  private final ByteArrayOutputStream acknowledgements = new ByteArrayOutputStream();
  private int lastId;

  /** Connects and subscribes. */
  LightLine(String broker, String clientId, String filter) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(broker).getPort());
    socket.setTcpNoDelay(true);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
    out = socket.getOutputStream();
    // Protocol name and version, clean start, no keep-alive, no properties, client id (§3.1).
    send(0x10, body -> body.text("MQTT").bytes(5, 2, 0, 0, 0).text(clientId));
    expect(CONNACK);
    // Packet id, no properties, filter with quality of service 1 (§3.8).
    send(0x82, body -> body.bytes(0, 1, 0).text(filter).bytes(1));
    expect(SUBACK);
  }

  private void expect(int type) throws IOException {
    int head = in.readUnsignedByte();
    in.skipNBytes(length());
    if (head >> 4 != type) {
      throw new IOException("the broker answered with packet type " + (head >> 4));
    }
  }

  /** Hands over the values of a user property until the connection ends. */
  void listen(String property, Consumer<String> values) throws IOException {
    byte[] wanted = property.getBytes(StandardCharsets.UTF_8);
    byte[] packet = new byte[0];
    while (true) {
      int head = in.readUnsignedByte();
      int length = length();
      if (packet.length < length) {
        packet = new byte[2 * length];
      }
      in.readFully(packet, 0, length);
      if (head >> 4 == PUBLISH) {
        read(packet, wanted, values);
      }
      if (acknowledgements.size() >= MOST || in.available() == 0) {
        acknowledge();
      }
    }
  }

  /** Topic, packet id, properties (§3.3.2). */
  private void read(byte[] packet, byte[] wanted, Consumer<String> values) {
    int at = 2 + number(packet, 0);
    acknowledgements.writeBytes(new byte[] {0x40, 2, packet[at], packet[at + 1]});
    at += 2;
    int properties = packet[at] & 0x7F;
    boolean more = (packet[at++] & 0x80) != 0;
    if (more) {
      properties |= (packet[at++] & 0x7F) << 7;
    }
    int end = at + properties;
    while (at < end && packet[at] == USER_PROPERTY) {
      int name = number(packet, at + 1);
      int value = number(packet, at + 3 + name);
      if (name == wanted.length && Arrays.equals(packet, at + 3, at + 3 + name, wanted, 0, name)) {
        values.accept(new String(packet, at + 5 + name, value, StandardCharsets.UTF_8));
      }
      at += 5 + name + value;
    }
  }

  private static int number(byte[] packet, int at) {
    return (packet[at] & 0xFF) << 8 | packet[at + 1] & 0xFF;
  }

  private void acknowledge() throws IOException {
    synchronized (gate) {
      acknowledgements.writeTo(out);
    }
    acknowledgements.reset();
  }

  /** Publishes with quality of service 1. */
  void publish(String topic, byte[] payload) throws IOException {
    int id = lastId % 0xFFFF + 1;
    lastId = id;
    send(0x32, body -> body.text(topic).bytes(id >> 8, id & 0xFF, 0).all(payload));
  }

  private void send(int head, Writing content) throws IOException {
    Body body = new Body();
    content.into(body);
    ByteArrayOutputStream packet = new ByteArrayOutputStream(body.written.size() + 5);
    packet.write(head);
    int rest = body.written.size();
    do {
      packet.write(rest > 0x7F ? rest & 0x7F | 0x80 : rest);
      rest >>>= 7;
    } while (rest > 0);
    body.written.writeTo(packet);
    synchronized (gate) {
      packet.writeTo(out);
    }
  }

  /** Remaining length (§1.5.5). */
  private int length() throws IOException {
    int length = 0;
    int shift = 0;
    int read;
    do {
      read = in.readUnsignedByte();
      length |= (read & 0x7F) << shift;
      shift += 7;
    } while ((read & 0x80) != 0);
    return length;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private interface Writing {
    void into(Body body) throws IOException;
  }

  private static final class Body {
    final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final DataOutputStream data = new DataOutputStream(written);

    Body text(String text) throws IOException {
      data.writeUTF(text);
      return this;
    }

    Body bytes(int... values) throws IOException {
      for (int value : values) {
        data.write(value);
      }
      return this;
    }

    Body all(byte[] payload) throws IOException {
      data.write(payload);
      return this;
    }
  }
}
