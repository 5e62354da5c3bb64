package egov.kiosk.bench.sync;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The physical limit of the queue: write the bytes behind the others, and fdatasync. */
final class BareFile implements AutoCloseable {
  private final FileChannel channel;

  BareFile(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  void write(byte[] bytes) throws IOException {
    channel.write(ByteBuffer.wrap(bytes));
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
