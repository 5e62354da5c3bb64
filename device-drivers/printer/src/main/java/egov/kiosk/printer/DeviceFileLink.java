package egov.kiosk.printer;

import egov.kiosk.link.Deadline;
import egov.kiosk.link.Link;
import egov.kiosk.link.LinkException;
import egov.kiosk.link.LinkFault;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A character device that is read and written like a file, e.g. {@code /dev/usb/lp0}.
 *
 * <p>Such a device cannot be asked whether bytes are there, and may be opened only once. So one
 * thread does nothing but wait for bytes, another does nothing but write, and closing the channels
 * signals both. What arrives faster than it is read is dropped: a printer that babbles takes no
 * memory.
 */
final class DeviceFileLink implements Link {
  private static final int QUEUED_BYTES = 4096;
  private static final long NOTHING_THERE_MILLIS = 50;
  private static final Duration STOP_LIMIT = Duration.ofSeconds(2);

  private final Path path;
  private final RandomAccessFile file;
  private final FileChannel in;
  private final FileChannel out;
  private final BlockingQueue<Byte> arrived = new ArrayBlockingQueue<>(QUEUED_BYTES);
  private final BlockingQueue<Sending> sendings = new ArrayBlockingQueue<>(1);
  private final Thread reader;
  private final Thread writer;
  private volatile boolean lost;
  private volatile boolean closed;

  private DeviceFileLink(Path path) throws IOException {
    this.path = path;
    this.file = new RandomAccessFile(path.toFile(), "rw");
    // A channel each: one channel lets a waiting read block every write.
    this.in = new FileInputStream(file.getFD()).getChannel();
    this.out = new FileOutputStream(file.getFD()).getChannel();
    this.reader = thread(this::readAll, "device-printer-read");
    this.writer = thread(this::writeAll, "device-printer-write");
  }

  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Bytes on their way; done once the device took them all. */
  private static final class Sending {
    private final byte[] bytes;
    private final CountDownLatch taken = new CountDownLatch(1);

    Sending(byte[] bytes) {
      this.bytes = bytes.clone();
    }
  }

  static DeviceFileLink open(String name) throws LinkException {
    Path path = Path.of(name);
    if (!Files.exists(path)) {
      throw new LinkException(
          LinkFault.NOT_THERE, path + " is not there; plug the printer in or correct the address");
    }
    if (Files.isRegularFile(path) || Files.isDirectory(path)) {
      throw new LinkException(
          LinkFault.CANNOT_OPEN, path + " is no device; correct the configured address");
    }
    try {
      DeviceFileLink link = new DeviceFileLink(path);
      link.reader.start();
      link.writer.start();
      return link;
    } catch (IOException e) {
      throw new LinkException(
          LinkFault.CANNOT_OPEN,
          path + " cannot be opened; give the runtime's user the group lp, or stop CUPS",
          e);
    }
  }

  private void readAll() {
    ByteBuffer buffer = ByteBuffer.allocate(512);
    try {
      while (!closed) {
        buffer.clear();
        int count = in.read(buffer);
        for (int i = 0; i < count; i++) {
          if (!arrived.offer(buffer.get(i))) {
            break;
          }
        }
        if (count <= 0) {
          // usblp answers "nothing" at once when a printer has nothing to say.
          if (!Files.exists(path)) {
            lost = true;
            return;
          }
          TimeUnit.MILLISECONDS.sleep(NOTHING_THERE_MILLIS);
        }
      }
    } catch (IOException e) {
      lost = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeAll() {
    try {
      while (!closed) {
        Sending sending = sendings.take();
        ByteBuffer rest = ByteBuffer.wrap(sending.bytes);
        while (rest.hasRemaining()) {
          out.write(rest);
        }
        sending.taken.countDown();
      }
    } catch (IOException e) {
      lost = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length, Duration timeout)
      throws LinkException, InterruptedException {
    Deadline deadline = Deadline.after(timeout);
    Byte first = arrived.poll();
    while (first == null) {
      demandOpen();
      Duration step = deadline.remainingAtMost(Duration.ofMillis(100));
      if (step.isZero()) {
        return 0;
      }
      first = arrived.poll(step.toNanos(), TimeUnit.NANOSECONDS);
    }
    int count = 0;
    for (Byte next = first; next != null; next = count < length ? arrived.poll() : null) {
      buffer[offset + count++] = next;
    }
    return count;
  }

  @Override
  public void write(byte[] bytes, Duration timeout) throws LinkException, InterruptedException {
    Deadline deadline = Deadline.after(timeout);
    Sending sending = new Sending(bytes);
    demandOpen();
    if (!sendings.offer(sending, deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
      throw stuck();
    }
    while (true) {
      Duration step = deadline.remainingAtMost(Duration.ofMillis(100));
      if (sending.taken.await(step.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
      demandOpen();
      if (step.isZero()) {
        throw stuck();
      }
    }
  }

  private LinkException stuck() {
    return new LinkException(
        LinkFault.STUCK, path + " takes no more bytes; switch the printer off and on");
  }

  private void demandOpen() throws LinkException {
    if (closed) {
      throw new LinkException(LinkFault.CLOSED, path + " was closed");
    }
    if (lost) {
      throw new LinkException(
          LinkFault.LOST, path + " went away; check the printer's power and cable");
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    // Interrupting a thread in a channel closes the channel and signals the thread out of it.
    reader.interrupt();
    writer.interrupt();
    join(reader);
    join(writer);
    try {
      file.close();
    } catch (IOException e) {
      // It is let go of either way.
    }
  }

  private static void join(Thread thread) {
    boolean interrupted = Thread.interrupted();
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, STOP_LIMIT.toNanos());
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
