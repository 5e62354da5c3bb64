package egov.kiosk.tls.national;

import egov.kiosk.tls.LineException;
import egov.kiosk.tls.LineFacts;
import egov.kiosk.tls.LineFault;
import egov.kiosk.tls.SecuredLine;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.bouncycastle.tls.TlsProtocol;

/**
 * Moves records between a socket and the library's protocol machine. The machine is only entered
 * under {@code protocol}'s lock and never while waiting for the network, so that a reader that
 * waits holds up no writer, a read that times out can be taken up again, and closing never waits.
 */
final class Pipe implements SecuredLine {
  private static final int RECORD = 16 * 1024;
  private static final int HANDSHAKE = 22;
  private static final int ALERT = 21;
  private static final long GOODBYE_MILLIS = 1000;

  /** How an end begins. */
  interface Beginning {
    void begin() throws IOException;
  }

  private final Socket socket;
  private final TlsProtocol protocol;
  private final Proven proven;
  private final InputStream in;
  private final OutputStream out;
  private final ReentrantLock writing = new ReentrantLock();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final byte[] incoming = new byte[RECORD];
  private final byte[] outgoing = new byte[RECORD];
  private boolean heard;
  private volatile boolean secured;

  Pipe(Socket socket, TlsProtocol protocol, Proven proven) throws IOException {
    this.socket = socket;
    this.protocol = protocol;
    this.proven = proven;
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  /** Runs the handshake to its end. */
  void secure(Beginning beginning) throws IOException {
    try {
      synchronized (protocol) {
        beginning.begin();
      }
      drain();
      while (!protocol.isConnected()) {
        pull();
        drain();
      }
      secured = true;
    } catch (InterruptedIOException | LineException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw Verdicts.of(e, false);
    }
  }

  @Override
  public InputStream input() {
    return new Input();
  }

  @Override
  public OutputStream output() {
    return new Output();
  }

  @Override
  public LineFacts facts() {
    return new LineFacts(Rfc8998.PROTOCOL, Rfc8998.SUITE, proven.peer());
  }

  /** The goodbye has a thread of its own for at most a second: a dead line may not take it. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    Thread goodbye = new Thread(this::sayGoodbye, "tls-goodbye");
    goodbye.setDaemon(true);
    goodbye.start();
    try {
      goodbye.join(GOODBYE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no more use either way.
    }
  }

  private void sayGoodbye() {
    if (!secured || !writing.tryLock()) {
      return;
    }
    try {
      synchronized (protocol) {
        protocol.close();
      }
      drain();
      out.flush();
    } catch (IOException | RuntimeException e) {
      // The line does not carry it any more.
    } finally {
      writing.unlock();
    }
  }

  /** Takes what comes next from the network. */
  private void pull() throws IOException {
    int count = in.read(incoming, 0, incoming.length);
    if (count < 0) {
      throw new LineException(
          LineFault.CLOSED,
          secured
              ? "the line was cut without a goodbye"
              : "it closed the connection during the TLS handshake",
          new EOFException());
    }
    if (!heard && incoming[0] != HANDSHAKE && incoming[0] != ALERT) {
      throw new LineException(
          LineFault.NOT_TLS, "what it speaks is no TLS; check address and port");
    }
    heard = true;
    try {
      synchronized (protocol) {
        protocol.offerInput(incoming, 0, count);
      }
    } catch (IOException | RuntimeException e) {
      alert();
      throw Verdicts.of(e, secured);
    }
  }

  /** The library has put the alert about a failure where the network takes it from. */
  private void alert() {
    if (writing.tryLock()) {
      try {
        drain();
      } catch (IOException e) {
        // The other end learns it from the connection's end.
      } finally {
        writing.unlock();
      }
    }
  }

  private void drain() throws IOException {
    writing.lock();
    try {
      while (true) {
        int count;
        synchronized (protocol) {
          count = protocol.readOutput(outgoing, 0, outgoing.length);
        }
        if (count < 1) {
          return;
        }
        out.write(outgoing, 0, count);
      }
    } finally {
      writing.unlock();
    }
  }

  private final class Input extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, buffer.length);
      while (length > 0) {
        synchronized (protocol) {
          int count = protocol.readInput(buffer, offset, length);
          if (count > 0) {
            return count;
          }
          if (protocol.isClosed()) {
            return -1;
          }
        }
        pull();
      }
      return 0;
    }

    @Override
    public int available() {
      synchronized (protocol) {
        return protocol.getAvailableInputBytes();
      }
    }

    @Override
    public void close() {
      Pipe.this.close();
    }
  }

  private final class Output extends OutputStream {
    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, buffer.length);
      writing.lock();
      try {
        for (int at = 0; at < length; at += RECORD) {
          synchronized (protocol) {
            protocol.writeApplicationData(buffer, offset + at, Math.min(RECORD, length - at));
          }
          drain();
        }
      } finally {
        writing.unlock();
      }
    }

    @Override
    public void close() {
      Pipe.this.close();
    }
  }
}
