package egov.kiosk.gateway.orders;

import egov.kiosk.domain.fleet.DownChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Orders and answers as files, for a platform of one worker. */
final class FileOrderStore implements OrderStore {
  private static final Pattern NAME =
      Pattern.compile("([a-z0-9-]{1,32})\\.([A-Z]{1,16})\\.([A-Za-z0-9-]{1,64})");

  private final Path outstanding;
  private final Path desired;
  private final Path answers;

  FileOrderStore(Path directory) throws IOException {
    outstanding = Files.createDirectories(directory.resolve("outstanding"));
    desired = Files.createDirectories(directory.resolve("desired"));
    answers = Files.createDirectories(directory.resolve("answers"));
  }

  @Override
  public synchronized void put(SentOrder order) throws IOException {
    String name = order.kioskId() + "." + order.channel() + ".";
    if (order.desired()) {
      // First what is in force, so that a crash in between leaves nothing outstanding that is not.
      write(desired.resolve(order.kioskId() + "." + order.channel()), bytes(order, true));
      for (Path before : starting(name)) {
        Files.deleteIfExists(before);
      }
    }
    write(outstanding.resolve(name + order.id()), bytes(order, false));
  }

  @Override
  public synchronized List<SentOrder> outstanding(Instant now) throws IOException {
    List<SentOrder> found = new ArrayList<>();
    for (Path path : starting("")) {
      Matcher matcher = NAME.matcher(path.getFileName().toString());
      if (!matcher.matches()) {
        continue;
      }
      DownChannel channel = DownChannel.valueOf(matcher.group(2));
      ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(path));
      Instant until = Instant.ofEpochMilli(content.getLong());
      if (until.isBefore(now)) {
        Files.deleteIfExists(path);
      } else {
        found.add(new SentOrder(matcher.group(1), channel, matcher.group(3), until, rest(content)));
      }
    }
    return found;
  }

  @Override
  public synchronized void settle(String kioskId, DownChannel channel, String id)
      throws IOException {
    if (id.matches("[A-Za-z0-9-]{1,64}")) {
      Files.deleteIfExists(outstanding.resolve(kioskId + "." + channel + "." + id));
    }
  }

  @Override
  public synchronized Optional<SentOrder> desired(String kioskId, DownChannel channel)
      throws IOException {
    Path path = desired.resolve(kioskId + "." + channel);
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(path));
    String version = Long.toString(content.getLong());
    return Optional.of(new SentOrder(kioskId, channel, version, Instant.MAX, rest(content)));
  }

  @Override
  public synchronized void answered(String kioskId, String json) throws IOException {
    Path file = answers.resolve(kioskId + ".jsonl");
    List<String> lines = new ArrayList<>(answers(kioskId));
    lines.add(json);
    List<String> kept = lines.subList(Math.max(0, lines.size() - MOST_ANSWERS), lines.size());
    write(file, (String.join("\n", kept) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public synchronized List<String> answers(String kioskId) throws IOException {
    Path file = answers.resolve(kioskId + ".jsonl");
    return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
  }

  private List<Path> starting(String name) throws IOException {
    try (Stream<Path> all = Files.list(outstanding)) {
      return all.filter(path -> path.getFileName().toString().startsWith(name)).sorted().toList();
    }
  }

  /** The version of what is desired, or the last moment of what is outstanding; then the bytes. */
  private static byte[] bytes(SentOrder order, boolean version) {
    long head =
        version
            ? Long.parseLong(order.id())
            : order.until().equals(Instant.MAX) ? Long.MAX_VALUE : order.until().toEpochMilli();
    return ByteBuffer.allocate(Long.BYTES + order.signed().length)
        .putLong(head)
        .put(order.signed())
        .array();
  }

  private static byte[] rest(ByteBuffer content) {
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    return bytes;
  }

  private static void write(Path file, byte[] content) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + "~");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}
