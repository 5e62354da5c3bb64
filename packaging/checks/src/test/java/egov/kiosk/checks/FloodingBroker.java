package egov.kiosk.checks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * As much of an MQTT 5 broker as a kiosk needs to think itself connected, and then a flood: garbage
 * on every topic the kiosk subscribed to, {@value #A_SECOND} messages a second or as many as it
 * takes. One in a hundred wants an acknowledgement, which tells how far the kiosk has read.
 */
final class FloodingBroker implements AutoCloseable {
  static final int A_SECOND = 10_000;

  private static final int CONNECT = 1;
  private static final int PUBLISH = 3;
  private static final int PUBACK = 4;
  private static final int SUBSCRIBE = 8;
  private static final int PINGREQ = 12;
  private static final int A_BURST = 100;
  private static final int MOST_OUT = 5;
  private static final int LONGEST = 1_200;

  private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final List<String> topics = new CopyOnWriteArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final SplittableRandom random = new SplittableRandom(20261122);
  private volatile Socket kiosk;
  private volatile boolean flooding;
  private volatile boolean closed;

  FloodingBroker() throws IOException {
    thread("flooding-broker", this::serve);
    thread("flood", this::flood);
  }

  String uri() {
    return "tcp://127.0.0.1:" + server.getLocalPort();
  }

  /** What the kiosk wants to hear. */
  List<String> topics() {
    return topics;
  }

  void flood(boolean on) {
    flooding = on;
  }

  /** How many messages the kiosk has read at least. */
  int read() {
    return acknowledged.get() * A_BURST;
  }

  private void serve() {
    while (!closed) {
      try (Socket accepted = server.accept()) {
        accepted.setTcpNoDelay(true);
        begin();
        DataInputStream in =
            new DataInputStream(new BufferedInputStream(accepted.getInputStream()));
        while (true) {
          int head = in.readUnsignedByte();
          byte[] body = new byte[length(in)];
          in.readFully(body);
          answer(accepted, head, body);
        }
      } catch (IOException e) {
        kiosk = null;
      }
    }
  }

  /** What was sent on the connection before is not answered any more. */
  private synchronized void begin() {
    kiosk = null;
    asked.set(acknowledged.get());
  }

  private synchronized boolean asks(Socket to) {
    boolean still = kiosk == to;
    if (still) {
      asked.incrementAndGet();
    }
    return still;
  }

  private void answer(Socket accepted, int head, byte[] body) throws IOException {
    switch (head >> 4) {
      case CONNECT -> send(accepted, new byte[] {0x20, 3, 0, 0, 0});
      case PUBLISH -> {
        if ((head & 0x06) != 0) {
          int at = 2 + number(body, 0);
          send(accepted, new byte[] {0x40, 2, body[at], body[at + 1]});
        }
      }
      case PUBACK -> acknowledged.incrementAndGet();
      case SUBSCRIBE -> {
        send(accepted, granted(body));
        kiosk = accepted;
      }
      case PINGREQ -> send(accepted, new byte[] {(byte) 0xD0, 0});
      default -> {
        // A DISCONNECT is followed by the end of the stream.
      }
    }
  }

  /** SUBACK with quality of service 1 for every filter (§3.9). */
  private byte[] granted(byte[] body) {
    ByteArrayOutputStream codes = new ByteArrayOutputStream();
    int at = 3 + body[2];
    while (at < body.length) {
      int length = number(body, at);
      String topic = new String(body, at + 2, length, StandardCharsets.UTF_8);
      if (!topics.contains(topic)) {
        topics.add(topic);
      }
      codes.write(1);
      at += length + 3;
    }
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.writeBytes(new byte[] {(byte) 0x90, (byte) (3 + codes.size()), body[0], body[1], 0});
    packet.writeBytes(codes.toByteArray());
    return packet.toByteArray();
  }

  private void flood() {
    long next = System.nanoTime();
    while (!closed) {
      Socket to = kiosk;
      if (!flooding || to == null || asked.get() - acknowledged.get() >= MOST_OUT) {
        pause(1_000_000);
        next = Math.max(next, System.nanoTime());
        continue;
      }
      try {
        byte[] burst = burst();
        if (asks(to)) {
          send(to, burst);
        }
      } catch (IOException e) {
        kiosk = null;
      }
      next += TimeUnit.SECONDS.toNanos(1) * A_BURST / A_SECOND;
      pause(next - System.nanoTime());
    }
  }

  private byte[] burst() {
    ByteArrayOutputStream burst = new ByteArrayOutputStream();
    for (int i = 1; i <= A_BURST; i++) {
      byte[] topic = topics.get(random.nextInt(topics.size())).getBytes(StandardCharsets.UTF_8);
      byte[] garbage = new byte[random.nextInt(2, LONGEST)];
      random.nextBytes(garbage);
      boolean last = i == A_BURST;
      int rest = 2 + topic.length + (last ? 2 : 0) + 1 + garbage.length;
      burst.write(last ? 0x32 : 0x30);
      burst.write(rest & 0x7F | 0x80);
      burst.write(rest >> 7);
      burst.write(0);
      burst.write(topic.length);
      burst.writeBytes(topic);
      if (last) {
        burst.write(0x70);
        burst.write(asked.get() % MOST_OUT + 1);
      }
      burst.write(0);
      burst.writeBytes(garbage);
    }
    return burst.toByteArray();
  }

  private static void pause(long nanos) {
    if (nanos > 0) {
      LockSupport.parkNanos(nanos);
    }
  }

  private static void send(Socket to, byte[] packet) throws IOException {
    OutputStream out = to.getOutputStream();
    synchronized (to) {
      out.write(packet);
    }
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
  }

  private static int length(DataInputStream in) throws IOException {
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

  private static void thread(String name, Runnable work) {
    Thread made = new Thread(work, name);
    made.setDaemon(true);
    made.start();
  }

  @Override
  public void close() throws IOException {
    closed = true;
    server.close();
    Socket last = kiosk;
    if (last != null) {
      last.close();
    }
  }
}
