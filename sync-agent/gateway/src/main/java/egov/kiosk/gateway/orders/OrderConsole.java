package egov.kiosk.gateway.orders;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.domain.inquiry.ProgressStage;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An operator's words to the desk: {@code order configuration KIOSK FILE.json}, {@code order
 * catalogue KIOSK DIR}, {@code order command KIOSK NAME [key=value ...]}, {@code order progress
 * KIOSK TRANSACTION STAGE}, {@code answers KIOSK}.
 */
public final class OrderConsole {
  private static final Duration LIFE = Duration.ofHours(1);
  private static final int MOST_SHOWN = 20;
  private static final int LONGEST_SHOWN = 500;

  private final OrderDesk desk;

  public OrderConsole(OrderDesk desk) {
    this.desk = desk;
  }

  /** Whether these words are for it. */
  public static boolean takes(String line) {
    return line.startsWith("order ") || line.startsWith("answers ");
  }

  /** The answer, on one line that begins with {@code ok} or {@code error}. */
  public String answer(String line) {
    String[] words = line.strip().split("\\s+");
    try {
      if (words[0].equals("answers") && words.length == 2) {
        return answers(words[1]);
      }
      if (words.length >= 4) {
        return switch (words[1]) {
          case "configuration" ->
              "ok version=" + desk.configure(words[2], FlatJson.readGroups(read(words[3])));
          case "catalogue" -> "ok version=" + desk.offer(words[2], items(Path.of(words[3])));
          case "command" -> "ok id=" + command(words);
          case "progress" -> "ok revision=" + progress(words);
          default -> "error command";
        };
      }
      return "error command";
    } catch (IOException | CryptoException | IllegalArgumentException e) {
      return "error " + String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}", " ");
    }
  }

  private String command(String[] words) throws IOException, CryptoException {
    Map<String, String> arguments = new TreeMap<>();
    for (String word : Arrays.asList(words).subList(4, words.length)) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("arguments come as key=value");
      }
      arguments.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return desk.command(words[2], words[3], arguments, LIFE);
  }

  private long progress(String[] words) throws IOException, CryptoException {
    if (words.length != 5) {
      throw new IllegalArgumentException("order progress KIOSK TRANSACTION STAGE");
    }
    ProgressStage stage = ProgressStage.valueOf(words[4].toUpperCase(Locale.ROOT));
    return desk.progress(words[2], new TransactionId(words[3]), stage, Instant.now());
  }

  /** The newest answers as one JSON array; long texts are cut. */
  private String answers(String kioskId) throws IOException {
    List<String> all = desk.answers(kioskId);
    List<String> shown = new ArrayList<>();
    for (String answer : all.subList(Math.max(0, all.size() - MOST_SHOWN), all.size())) {
      Map<String, String> members = FlatJson.read(answer.getBytes(StandardCharsets.UTF_8));
      members.replaceAll(
          (name, text) ->
              text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text);
      shown.add(FlatJson.write(members));
    }
    return "ok [" + String.join(",", shown) + "]";
  }

  private static byte[] read(String file) throws IOException {
    return Files.readAllBytes(Path.of(file));
  }

  private static List<String> items(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(directory)) {
      files = all.filter(path -> path.toString().endsWith(".json")).sorted().toList();
    }
    List<String> items = new ArrayList<>();
    for (Path file : files) {
      items.add(Files.readString(file));
    }
    return items;
  }
}
